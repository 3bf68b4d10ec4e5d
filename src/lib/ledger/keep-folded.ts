import { takeOut } from './erase';
import { kinds } from './kinds';
import { isTombstone } from './reduced';
import { refold, refsOf } from './refold';
import type { LedgerStore } from './store';

/** What the rows of a device were folded by: raise it when a fold changes its meaning without a new version of its kind. */
const foldEdition = 1;

/**
 * Folds everything anew where the app now knows kinds, versions or folds that it did not know when the rows were
 * made: an event of a kind that was new to an old app is kept, and counts from the update on.
 */
export async function keepFolded(store: LedgerStore): Promise<void> {
  const knows = `${foldEdition}:${kinds.map(({ name, v }) => `${name}@${v}`).join(',')}`;
  const known = await store.fact<string>('folded-by');
  if (known === knows) return;
  if (known !== undefined) await refoldAll(store);
  await store.setFact('folded-by', knows);
}

async function refoldAll(store: LedgerStore): Promise<void> {
  await store.transaction('rw', store.events, store.rows, store.facts, async () => {
    await store.rows.clear();
    const refs = new Set<string>();
    await store.events.toCollection().modify((event) => {
      event.refs = refsOf(event);
      for (const ref of event.refs) refs.add(ref);
    });
    // An app that did not know erasures kept what it had of whoever was erased.
    await takeOut(store, await store.events.filter(isTombstone).toArray());
    await refold(store, refs);
  });
}
