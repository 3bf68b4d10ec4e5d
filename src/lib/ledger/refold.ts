import { foldRow, rowsOf, type RowRef } from './fold';
import { kinds } from './kinds';
import { readEvent } from './read';
import type { KeptEvent, LedgerStore } from './store';

/** The refs under which an event is found again when one of its rows is folded; none where it cannot be read. */
export function refsOf(event: KeptEvent): string[] {
  const read = readEvent(event);
  return 'event' in read ? rowsOf(read.event).map(refName) : [];
}

const refName = (ref: RowRef): string => `${ref.table}|${ref.key}`;

/**
 * Folds anew every row that the given refs name, from all events of this device's ledger that touch it.
 * Call inside a transaction on events and rows. Cost: the events of those rows, nothing else.
 */
export async function refold(store: LedgerStore, refs: Iterable<string>): Promise<void> {
  const wanted = [...new Set(refs)];
  const touching = await store.events.where('refs').anyOf(wanted).distinct().toArray();
  const byRef = new Map<string, { ref: RowRef; house: string; events: KeptEvent[] }>();
  for (const kept of touching) {
    if (kept.sent === 'refused') continue;
    const read = readEvent(kept);
    if (!('event' in read)) continue;
    const event = { ...kept, ...read.event };
    for (const ref of rowsOf(event)) {
      const name = refName(ref);
      const entry = byRef.get(name) ?? { ref, house: event.house, events: [] };
      entry.events.push(event);
      byRef.set(name, entry);
    }
  }
  for (const name of wanted) {
    const entry = byRef.get(name);
    const row = entry && foldRow(entry.ref, entry.events);
    if (entry && row) {
      await store.rows.put({ ...entry.ref, house: entry.house, row });
    } else {
      const bar = name.indexOf('|');
      await store.rows.delete([name.slice(0, bar), name.slice(bar + 1)]);
    }
  }
}

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
  await store.transaction('rw', store.events, store.rows, async () => {
    await store.rows.clear();
    const refs = new Set<string>();
    await store.events.toCollection().modify((event) => {
      event.refs = refsOf(event);
      for (const ref of event.refs) refs.add(ref);
    });
    await refold(store, refs);
  });
}
