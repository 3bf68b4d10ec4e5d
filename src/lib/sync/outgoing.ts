import { eventAlone, type LedgerEvent } from '$lib/ledger/event';
import type { ClockSaid } from '$lib/ledger/clock-said';
import type { SealedRow } from '$lib/ledger/sealed';
import type { KeptEvent, LedgerStore } from '$lib/ledger/store';
import { maxPushBytes, maxPushKeys } from './protocol';

/** An event and the text it travels as. */
export interface Outgoing {
  event: KeptEvent;
  wire: Wire;
}

/** An event on its way, open or sealed, and beside it what is said of the clock that it was written by. */
export type Wire = (Omit<LedgerEvent, 'happened' | 'clock'> & ClockSaid) | SealedRow;

/**
 * The next events to send, oldest first: those after the given number that `sends` agrees to, at most `size`,
 * at most a megabyte, and sealed with no more keys than a push may have. The others wait for somebody who may send them.
 */
export async function nextBatch(
  store: LedgerStore,
  sends: (event: KeptEvent) => boolean,
  after: number,
  size: number,
  said: (event: KeptEvent) => ClockSaid = () => ({}),
): Promise<Outgoing[]> {
  const batch: Outgoing[] = [];
  const encoder = new TextEncoder();
  const keys = new Set<string>();
  let bytes = 0;
  for (const line of await store.outbox.where('dseq').above(after).sortBy('dseq')) {
    const event = await store.events.get(line.id);
    if (!event || !sends(event)) continue;
    const wire = toWire(event, said(event));
    bytes += encoder.encode(JSON.stringify(wire)).length + 1;
    if (event.sealed && keys.add(event.sealed.key).size > maxPushKeys) break;
    if (batch.length > 0 && bytes > maxPushBytes - 1000) break; // the envelope takes less than 1,000 bytes
    batch.push({ event, wire });
    if (batch.length === size) break;
  }
  return batch;
}

/** The event as it travels: sealed, or open without what this device notes about it; of whoever is erased, what may stay. */
export function toWire(kept: KeptEvent, said: ClockSaid = {}): Wire {
  if (kept.sealed) {
    const { id, house, device, dseq, sealed } = kept;
    return { id, house, device, dseq, sealed, ...said };
  }
  const event: Omit<LedgerEvent, 'happened' | 'clock'> = eventAlone(kept);
  return { ...event, ...said };
}
