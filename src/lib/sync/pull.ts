import { cursorOf } from '$lib/ledger/cursor';
import { marksOf, takeIn, unsettleAll } from '$lib/ledger/custody';
import { forgetPulled } from '$lib/ledger/viewer';
import { noteSafe } from '$lib/ledger/prune';
import { viewerFact } from '$lib/ledger/refold';
import { sealHere } from '$lib/ledger/seal-here';
import { learnSealingKey } from '$lib/ledger/shared-screen';
import type { LedgerStore } from '$lib/ledger/store';
import { noteSkew } from './clock-skew';
import { maxPullRows } from './protocol';
import type { Sender } from './sender';

/** The name of the fact that holds the key by which this server's cards are known. */
export const cardKeyFact = 'card-key';

/**
 * Takes in all that is new in a house; resolves to the number of events. `again` is true where the server
 * turned out to be another one (restored from a backup): then everything must be pushed first.
 */
export async function pull(
  store: LedgerStore,
  { backend, viewer }: Sender,
  house: string,
  now: () => Date,
): Promise<{ taken: number; again: boolean }> {
  let taken = 0;
  for (;;) {
    const newViewer = (await store.fact<string>(viewerFact)) !== viewer;
    const since = newViewer ? 0 : await cursorOf(store, house);
    const asked = now();
    const page = await backend.pull(house, since, maxPullRows, (await marksOf(store, [house]))[house]);
    await noteSkew(store, asked, now(), page.now);
    const epoch = await store.fact<string>('epoch');
    if (epoch === undefined) await store.setFact('epoch', page.epoch);
    else if (epoch !== page.epoch || page.forked) {
      // Another epoch, or another past than the one this device knows: a backup that nobody announced.
      await unsettleAll(store, page.epoch);
      return { taken, again: true };
    }
    // Only now, with the new viewer's first page at hand: without a network the old one is better than nothing.
    if (newViewer) await forgetPulled(store, viewer);
    if (!(await takeIn(store, house, page.events, page.next, page.mark, viewer)))
      return { taken, again: false };
    if (await learnSealingKey(store, page.sealingKey)) await sealHere(store); // what was written before it was known
    if (page.safe !== undefined)
      await noteSafe(store, house, {
        safe: page.safe,
        server: Date.parse(page.now),
        here: now().getTime(),
      });
    if (page.cardKey && page.cardKey !== (await store.fact(cardKeyFact))) {
      await store.setFact(cardKeyFact, page.cardKey);
    }
    taken += page.events.length;
    if (!page.more) return { taken, again: false };
  }
}
