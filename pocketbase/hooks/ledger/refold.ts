import type { SequencedEvent } from '$lib/ledger/event';
import { foldRow, rowsOf, type RowRef } from '$lib/ledger/fold';
import { kinds } from '$lib/ledger/kinds';
import { address, storedRows, storeRows } from './project';
import { readRows, type Db } from './sql';
import { readNow, storedEvent } from './stored';

/** A row of a house that was folded of an event about this person. */
interface Touched {
  house: string;
  person: string;
  ref: RowRef;
}

/** Folds these rows anew from all events that are left of them; a row of which nothing is left goes. */
export function foldAnew(db: Db, touched: readonly Touched[]): void {
  const rows = new Map(touched.map((one) => [address(one.house, one.ref.table, one.ref.key), one]));
  const folding = new Map<string, SequencedEvent[]>();
  for (const event of eventsOf(db, [...rows.values()]))
    for (const ref of rowsOf(event)) {
      const at = address(event.house, ref.table, ref.key);
      if (rows.has(at)) folding.set(at, [...(folding.get(at) ?? []), event]);
    }
  const stored = storedRows(db, [...rows.values()]);
  storeRows(
    db,
    Array.from(rows, ([at, { house, ref }]) => {
      const events = folding.get(at) ?? [];
      const seq = Math.max(0, ...events.map((event) => event.seq));
      return { house, ref, before: stored.get(at), after: foldRow(ref, events), seq };
    }),
  );
}

/**
 * All events that these rows may be folded of. Where a row's key names the person, they are about that person; the rows
 * of cards and claims are looked for by their keys, among the few events of those kinds.
 */
function eventsOf(db: Db, rows: readonly Touched[]): SequencedEvent[] {
  const others = rows.filter(({ person, ref }) => !ref.key.split('|').includes(person));
  const tables = new Set(others.map(({ ref }) => ref.table));
  const kindNames = kinds
    .filter(({ folds }) => folds.some(({ table }) => tables.has(table)))
    .map(({ name }) => name);
  const found = readRows<SequencedEvent>(
    db,
    `SELECT ${storedEvent} AS row FROM events e WHERE e.id IN (
       SELECT p.id FROM json_each({:people}) j JOIN events p ON p.house = j.value->>0 AND p.person = j.value->>1
       UNION
       SELECT o.id FROM events o WHERE o.house IN (SELECT value->>0 FROM json_each({:others}))
         AND o.kind IN (SELECT value FROM json_each({:kinds}))
         AND EXISTS (SELECT 1 FROM json_each({:others}) k WHERE instr(o.payload, k.value->>1)))`,
    {
      people: JSON.stringify(rows.map(({ house, person }) => [house, person])),
      others: JSON.stringify(others.map(({ house, ref }) => [house, ref.key])),
      kinds: JSON.stringify(kindNames),
    },
  );
  return found.flatMap((event) => readNow(event) ?? []);
}
