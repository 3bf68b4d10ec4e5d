import { isTombstone, erasuresTable, reduced } from './reduced';
import { refsOf } from './refold';
import type { KeptEvent, LedgerStore } from './store';

/**
 * Takes out of this device what may not stay of erased people: where a tombstone is among the events that have just
 * come, out of all it holds of that person, sent or not; else out of those of the events that are about somebody erased.
 * Answers the rows to fold anew. Call inside a transaction on events and rows, when the events are there.
 */
export async function takeOut(store: LedgerStore, come: readonly KeptEvent[]): Promise<string[]> {
  const refs: string[] = [];
  for (const event of await concerned(store, come)) {
    const left = reduced(event);
    if (left === event) continue;
    await store.events.put({ ...left, refs: refsOf(left) });
    refs.push(...event.refs);
  }
  return refs;
}

async function concerned(store: LedgerStore, come: readonly KeptEvent[]): Promise<KeptEvent[]> {
  const about = come.filter(({ person, erased }) => person !== '' && !erased);
  const places = new Map(about.map((event) => [`${event.house}|${event.person}`, event] as const));
  const known = await store.rows.bulkGet(
    [...places.values()].map(({ house, person }): [string, string, string] => [house, erasuresTable, person]),
  );
  const erased = new Set(known.flatMap((row) => (row ? [`${row.house}|${row.key}`] : [])));
  const found = about.filter(({ house, person }) => erased.has(`${house}|${person}`));
  for (const { house, person } of come.filter(counts))
    found.push(...(await store.events.where('[house+person]').equals([house, person]).toArray()));
  return [...new Map(found.map((event) => [event.id, event])).values()].filter((event) => !event.erased);
}

/** What the server does not take, or somebody left out, erases nobody. */
const counts = (event: KeptEvent): boolean =>
  event.sent !== 'refused' && event.sent !== 'discarded' && isTombstone(event);
