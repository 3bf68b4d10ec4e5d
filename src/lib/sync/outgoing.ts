import type { LedgerEvent } from '$lib/ledger/event';
import type { KeptEvent, LedgerStore } from '$lib/ledger/store';
import { maxPushBytes } from './protocol';

/** An event and the text it travels as. */
export interface Outgoing {
  event: KeptEvent;
  wire: LedgerEvent;
}

/**
 * The next events to send, oldest first: those after the given number that `sends` agrees to, at most `size`
 * and at most a megabyte. The others wait for somebody who may send them.
 */
export async function nextBatch(
  store: LedgerStore,
  sends: (event: KeptEvent) => boolean,
  after: number,
  size: number,
): Promise<Outgoing[]> {
  const batch: Outgoing[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const line of await store.outbox.where('dseq').above(after).sortBy('dseq')) {
    const event = await store.events.get(line.id);
    if (!event || !sends(event)) continue;
    const wire = toWire(event);
    bytes += encoder.encode(JSON.stringify(wire)).length + 1;
    if (batch.length > 0 && bytes > maxPushBytes - 1000) break; // the envelope takes less than 1,000 bytes
    batch.push({ event, wire });
    if (batch.length === size) break;
  }
  return batch;
}

/** The event as it travels: without what this device notes about it; of whoever is erased, what may stay. */
function toWire(kept: KeptEvent): LedgerEvent {
  const { id, house, household, person, author, kind, v, payload, device, dseq, occurred, erased } = kept;
  const wire = { id, house, household, person, author, kind, v, payload, device, dseq, occurred };
  return erased ? { ...wire, erased } : wire;
}
