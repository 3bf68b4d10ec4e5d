import { takeOut } from './erase';
import { kinds } from './kinds';
import { isTombstone } from './reduced';
import { refName, refold, refsOf, viewerFact } from './refold';
import type { LedgerStore } from './store';

/** What the rows of a device were folded by: raise it when a fold changes its meaning without a new version of its kind. */
const foldEdition = 1;

/**
 * Folds everything anew where the app now knows kinds, versions or folds that it did not know when the rows were
 * made: an event of a kind that was new to an old app is kept, and counts from the update on. Of what was let go only
 * rows are left, as the app before folded them: so the houses are read anew from their beginning, as soon as they can be.
 */
export async function keepFolded(store: LedgerStore): Promise<void> {
  const knows = `${foldEdition}:${kinds.map(({ name, v }) => `${name}@${v}`).join(',')}`;
  const known = await store.fact<string>('folded-by');
  if (known === knows) return;
  if (known !== undefined) await refoldAll(store);
  await store.setFact('folded-by', knows);
}

async function refoldAll(store: LedgerStore): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    await store.rows.clear();
    const bases = await store.bases.toArray();
    const refs = new Set(bases.map((base) => refName(base.house, base)));
    await store.events.toCollection().modify((event) => {
      event.refs = refsOf(event);
      for (const ref of event.refs) refs.add(ref);
    });
    // An app that did not know erasures kept what it had of whoever was erased.
    await takeOut(store, await store.events.filter(isTombstone).toArray());
    const viewer = await store.fact<string>(viewerFact);
    // Whoever reads is another one for the next pull, which then begins at the beginning.
    if (viewer !== undefined && bases.length > 0) await store.setFact(viewerFact, `${viewer} before`);
    await refold(store, refs);
  });
}
