import { foldInto, rowsOf, type RowRef } from '$lib/ledger/fold';
import type { LedgerEvent } from '$lib/ledger/event';
import type { Row } from '$lib/ledger/kind';
import { readRows, run, type Db } from './sql';

/** An event of the ledger, as its kind reads it now. */
export interface Numbered {
  /** Null where only its envelope is left: it says nothing any more. */
  read: LedgerEvent | null;
  seq: number;
}

/** One row of a house on its way through the fold. */
export interface Entry {
  house: string;
  ref: RowRef;
  row: Row | undefined;
  seq: number;
}

/** Folds new events, in the order of their numbers, into the house's rows: one select, one upsert. */
export function project(db: Db, events: readonly Numbered[]): void {
  const entries = new Map<string, Entry>();
  const touches = events.flatMap(({ read, seq }) => {
    if (!read) return [];
    const refs = new Map(rowsOf(read).map((ref) => [address(read.house, ref.table, ref.key), ref]));
    for (const [at, ref] of refs) entries.set(at, { house: read.house, ref, row: undefined, seq: 0 });
    return [{ read, seq, refs }];
  });
  if (entries.size === 0) return;

  for (const [house, table, key, row] of storedRows(db, [...entries.values()])) {
    const entry = entries.get(address(house, table, key));
    if (entry) entry.row = row;
  }
  for (const { read, seq, refs } of touches) {
    for (const [at, ref] of refs) {
      const row = foldInto(ref, entries.get(at)?.row, read);
      entries.set(at, { house: read.house, ref, row, seq });
    }
  }
  storeRows(db, [...entries.values()]);
}

function storedRows(db: Db, entries: readonly Entry[]): [string, string, string, Row][] {
  return readRows(
    db,
    `SELECT json_array(r.house, r.tbl, r.key, json(r.data)) AS row
     FROM json_each({:wanted}) j JOIN rows r
     ON r.house = j.value->>0 AND r.tbl = j.value->>1 AND r.key = j.value->>2`,
    { wanted: JSON.stringify(entries.map(({ house, ref }) => [house, ref.table, ref.key])) },
  );
}

/** Puts rows in the place of what stood there. */
export function storeRows(db: Db, entries: readonly Entry[]): void {
  const folded = entries.map(({ house, ref, row, seq }) => {
    return [house, ref.table, ref.key, ref.group, JSON.stringify(row), seq];
  });
  run(
    db,
    `INSERT INTO rows (house, tbl, key, grp, data, seq)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM json_each({:folded}) WHERE true
     ON CONFLICT (house, tbl, key) DO UPDATE SET grp = excluded.grp, data = excluded.data, seq = excluded.seq`,
    { folded: JSON.stringify(folded) },
  );
}

/** Where a row stands, as one text. */
export function address(house: string, table: string, key: string): string {
  return `${house}|${table}|${key}`;
}
