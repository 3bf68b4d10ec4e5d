import { Dexie } from 'dexie';
import { readAnew } from './cursor';
import { isTombstone, erasuresTable, reduced } from './reduced';
import { refName, refsOf } from './refold';
import type { KeptEvent, LedgerStore } from './store';

/**
 * Takes out of this device what may not stay of erased people: where a tombstone is among the events that have just
 * come, out of all it holds of that person, sent or not; else out of those of the events that are about somebody erased.
 * Answers the rows to fold anew. Call inside a transaction on all tables, when the events are there.
 */
export async function takeOut(store: LedgerStore, come: readonly KeptEvent[]): Promise<string[]> {
  const refs: string[] = [];
  for (const event of await concerned(store, come)) {
    const left = reduced(event);
    if (left === event) continue;
    await store.events.put({ ...left, refs: refsOf(left) });
    refs.push(...event.refs);
  }
  for (const { house, person } of come.filter(counts)) refs.push(...(await letGoOf(store, house, person)));
  return refs;
}

/**
 * Of events that were let go nothing can be taken out of what came of them: where that names the erased person it goes
 * whole, and the house is read anew, which brings what may stay. A tombstone that comes again then finds nothing to do.
 */
async function letGoOf(store: LedgerStore, house: string, person: string): Promise<string[]> {
  const bases = await store.bases
    .where('[house+table+key]')
    .between([house, Dexie.minKey, Dexie.minKey], [house, Dexie.maxKey, Dexie.maxKey])
    .filter(
      (base) =>
        base.table !== erasuresTable && JSON.stringify([base.key, base.seen, base.own]).includes(person),
    )
    .toArray();
  if (bases.length === 0) return [];
  await store.bases.bulkDelete(bases.map(({ table, key }): [string, string, string] => [house, table, key]));
  await readAnew(store, house);
  return bases.map((base) => refName(house, base));
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
