import type { LedgerEvent } from './event';
import { eventDiscarded } from './kinds/event-discarded';
import { record } from './record';
import { refold } from './refold';
import type { LedgerStore } from './store';

/**
 * Leaves an event out that failed alone and that only this device has: it is neither sent nor counted, and stays here.
 * Who decided and why is an event too, written in the same transaction. Throws where the event is not stuck, and where
 * it is sealed: nobody decides here about what nobody can read here.
 */
export function leaveOut(
  store: LedgerStore,
  id: string,
  reason: string,
  author: string,
  now: () => Date = () => new Date(),
): Promise<LedgerEvent> {
  return store.transaction('rw', store.tables, async () => {
    const event = await store.events.get(id);
    if (event?.sent !== 'stuck' || event.sealed) throw new RangeError(`${id} is not stuck, or sealed`);
    await store.events.update(id, { sent: 'discarded' });
    await refold(store, event.refs);
    const { house, person, kind, occurred } = event;
    return record(
      store,
      eventDiscarded,
      { event: id, kind, occurred, reason },
      { house, person, author },
      now,
    );
  });
}
