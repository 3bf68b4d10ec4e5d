import type { DiscardRow } from '$lib/ledger/kinds/event-discarded';
import type { KeptEvent } from '$lib/ledger/store';
import { store } from '$lib/session/device';

/** Something of this device's own that is neither sent nor waiting to be; and why it was left out, where it was. */
export interface LocalAside {
  event: KeptEvent;
  left: DiscardRow | null;
}

/** Everything that lies aside on this device, the oldest first. */
export async function localAside(): Promise<LocalAside[]> {
  const found = await store.events.where('sent').anyOf('stuck', 'refused', 'discarded').toArray();
  found.sort((one, other) => one.dseq - other.dseq);
  return Promise.all(
    found.map(async (event) => {
      const left = await store.rows.get([event.house, 'discards', event.id]);
      return {
        event,
        left: event.sent === 'discarded' ? ((left?.row as DiscardRow | undefined) ?? null) : null,
      };
    }),
  );
}
