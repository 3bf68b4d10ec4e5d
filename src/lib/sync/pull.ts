import { cursorOf, takeIn, unsettleAll } from '$lib/ledger/custody';
import type { LedgerStore } from '$lib/ledger/store';
import type { Backend } from './backend';
import { maxPullRows } from './protocol';

/**
 * Takes in all that is new in a house; resolves to the number of events. `again` is true where the server
 * turned out to be another one (restored from a backup): then everything must be pushed first.
 */
export async function pull(
  store: LedgerStore,
  backend: Backend,
  house: string,
): Promise<{ taken: number; again: boolean }> {
  let taken = 0;
  for (;;) {
    const page = await backend.pull(house, await cursorOf(store, house), maxPullRows);
    const epoch = await store.fact<string>('epoch');
    if (epoch === undefined) await store.setFact('epoch', page.epoch);
    else if (epoch !== page.epoch) {
      await unsettleAll(store, page.epoch);
      return { taken, again: true };
    }
    await takeIn(store, house, page.events, page.next);
    taken += page.events.length;
    if (!page.more) return { taken, again: false };
  }
}
