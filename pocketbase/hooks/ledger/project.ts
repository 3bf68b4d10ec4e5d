import { touchesOf, type RowRef, type Touch } from '$lib/ledger/fold';
import type { LedgerEvent } from '$lib/ledger/event';
import type { Row } from '$lib/ledger/kind';
import { count } from './count';
import { readRows, run, type Db } from './sql';

/** An event of the ledger, as its kind reads it now. */
export interface Numbered {
  /** Null where only its envelope is left: it says nothing any more. */
  read: LedgerEvent | null;
  seq: number;
}

/** Where a row of a house stands. */
export interface Place {
  house: string;
  ref: RowRef;
}

/** A row as it was stored, and as it is from now on. */
export interface Change extends Place {
  before: Row | undefined;
  after: Row | undefined;
  seq: number;
}

/** One row of a house on its way through the fold, with all that happens to it in order. */
interface Entry extends Place {
  touches: Touch['into'][];
  seq: number;
}

/** Folds new events, in the order of their numbers, into the house's rows and figures: one select, two upserts. */
export function project(db: Db, events: readonly Numbered[]): void {
  const entries = entriesOf(events);
  if (entries.size === 0) return;
  const stored = storedRows(db, [...entries.values()]);
  storeRows(
    db,
    Array.from(entries, ([at, { house, ref, touches, seq }]) => {
      const before = stored.get(at);
      let after = before;
      for (const into of touches) after = into(after);
      return { house, ref, before, after, seq };
    }),
  );
}

function entriesOf(events: readonly Numbered[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { read, seq } of events) {
    if (!read) continue;
    for (const { ref, into } of touchesOf(read)) {
      const at = address(read.house, ref.table, ref.key);
      const known = entries.get(at);
      if (known) {
        known.touches.push(into);
        known.ref = ref;
        known.seq = seq;
      } else entries.set(at, { house: read.house, ref, touches: [into], seq });
    }
  }
  return entries;
}

/** What stands in these places, by their `address`. */
export function storedRows(db: Db, places: readonly Place[]): Map<string, Row> {
  const found = readRows<[string, string, string, Row]>(
    db,
    `SELECT json_array(r.house, r.tbl, r.key, json(r.data)) AS row
     FROM jsonb_each({:wanted}) j JOIN rows r
     ON r.house = j.value->>0 AND r.tbl = j.value->>1 AND r.key = j.value->>2`,
    { wanted: JSON.stringify(places.map(({ house, ref }) => [house, ref.table, ref.key])) },
  );
  return new Map(found.map(([house, table, key, row]) => [address(house, table, key), row]));
}

/** Puts rows in the place of what stood there, or takes them away where nothing is left, and moves the house's figures. */
export function storeRows(db: Db, changes: readonly Change[]): void {
  const kept = changes.filter(({ after }) => after !== undefined);
  run(
    db,
    `INSERT INTO rows (house, tbl, key, grp, data, seq)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM jsonb_each({:kept}) WHERE true
     ON CONFLICT (house, tbl, key) DO UPDATE SET grp = excluded.grp, data = excluded.data, seq = excluded.seq`,
    {
      kept: JSON.stringify(
        kept.map(({ house, ref, after, seq }) => [house, ref.table, ref.key, ref.group, after, seq]),
      ),
    },
  );
  if (kept.length < changes.length) {
    const gone = changes.filter(({ after }) => after === undefined);
    run(
      db,
      `DELETE FROM rows WHERE (house, tbl, key) IN
         (SELECT value->>0, value->>1, value->>2 FROM json_each({:gone}))`,
      { gone: JSON.stringify(gone.map(({ house, ref }) => [house, ref.table, ref.key])) },
    );
  }
  count(
    db,
    changes.map(({ house, ref, before, after }) => ({ house, table: ref.table, before, after })),
  );
}

/** Where a row stands, as one text. */
export function address(house: string, table: string, key: string): string {
  return `${house}|${table}|${key}`;
}
