import type { Row } from '$lib/ledger/kind';
import { tallied, tallies, type Tally } from '$lib/ledger/tallies';
import { run, type Db } from './sql';

/** A row that the fold has just changed. */
export interface Changed {
  house: string;
  table: string;
  before: Row | undefined;
  after: Row | undefined;
}

/** Moves the figures of the houses as their rows have changed, in the transaction that changes them. */
export function count(db: Db, changes: readonly Changed[]): void {
  const moved = new Map<string, [house: string, name: string, key: string, n: number]>();
  for (const { house, table, before, after } of changes) {
    for (const { name, key, n } of tallied(table, before, after)) {
      const at = `${house}|${name}|${key}`;
      const known = moved.get(at);
      if (known) known[3] += n;
      else moved.set(at, [house, name, key, n]);
    }
  }
  if (moved.size === 0) return;
  run(
    db,
    `INSERT INTO tallies (house, name, key, n)
     SELECT value->>0, value->>1, value->>2, value->>3 FROM jsonb_each({:moved}) WHERE true
     ON CONFLICT (house, name, key) DO UPDATE SET n = tallies.n + excluded.n`,
    { moved: JSON.stringify(Array.from(moved.values())) },
  );
}

/** Counts all figures anew from the rows, by the same declarations; call it in a transaction. */
export function recount(db: Db): void {
  run(db, 'DELETE FROM tallies', {});
  for (const tally of tallies) {
    const n = sumOf(tally);
    run(
      db,
      `INSERT INTO tallies (house, name, key, n)
       SELECT house, {:name}, ${keyOf(tally)}, sum(${n}) FROM rows WHERE tbl = {:table} GROUP BY 1, 3 HAVING sum(${n}) != 0`,
      { name: tally.name, table: tally.table },
    );
  }
}

/** Names of fields come from the declarations alone. */
const field = (name: string) => `(data->>'${name}')`;
const keyOf = ({ by }: Tally) => by.map(field).join(` || '|' || `) || `''`;
const sumOf = ({ sum }: Tally) => (sum ? field(sum) : '1');
