import { canonicalJson } from '$lib/ledger/canonical';
import type { LedgerEvent, SequencedEvent } from '$lib/ledger/event';
import { foldRow, rowsOf, type Placed, type RowRef } from '$lib/ledger/fold';
import { readEvent, viewFor } from '$lib/ledger/read';
import type { KeptEvent, KeptRow } from '$lib/ledger/store';

/** A row as the server keeps it. */
export interface StoredRow {
  house: string;
  tbl: string;
  key: string;
  data: unknown;
}

type Folded = Map<string, { what: string; row: string }>;

/** Rows of the server that are not the fold of its events, and rows that it lacks. */
export function bentAt({ events, rows }: { events: readonly SequencedEvent[]; rows: readonly StoredRow[] }) {
  const kept = rows.map(({ house, tbl, key, data }) => [house, tbl, key, data] as const);
  return differences('the server', freshly(events.map(asNow)), named(kept));
}

/** Rows of a device that are not the fold of the events it holds, as its reader may see them. */
export function bentOn(
  { name, author }: { name: string; author: string },
  events: readonly KeptEvent[],
  rows: readonly KeptRow[],
): string[] {
  // A kiosk shows even what staff wrote on it as a kiosk may see it.
  const seen = events
    .filter(({ sent }) => sent !== 'refused')
    .map(asNow)
    .map((event) => {
      if (!event || author !== '' || event.own === 0 || event.author === '') return event;
      const payload = viewFor('kiosk', event);
      return payload && { ...event, payload };
    });
  const kept = rows.map(({ house, table, key, row }) => [house, table, key, row] as const);
  return differences(name, freshly(seen), named(kept));
}

/** An event as its kind reads it now; null where it cannot. */
function asNow<E extends LedgerEvent>(event: E): E | null {
  const read = readEvent(event);
  return 'why' in read ? null : { ...event, ...read.event };
}

function freshly(events: readonly ((LedgerEvent & Placed) | null)[]): Folded {
  const touching = new Map<string, { house: string; ref: RowRef; events: (LedgerEvent & Placed)[] }>();
  for (const event of events)
    for (const ref of event ? rowsOf(event) : []) {
      if (!event) continue;
      const at = `${event.house} ${ref.table} ${ref.key}`;
      const entry = touching.get(at) ?? { house: event.house, ref, events: [] };
      entry.events.push(event);
      touching.set(at, entry);
    }
  return named(
    [...touching.values()].map(({ house, ref, events: all }) => {
      return [house, ref.table, ref.key, foldRow(ref, all)] as const;
    }),
  );
}

function named(
  rows: readonly (readonly [house: string, table: string, key: string, row: unknown])[],
): Folded {
  return new Map(
    rows.map(([house, table, key, row]) => {
      return [`${house} ${table} ${key}`, { what: `${table} ${key} of ${house}`, row: canonicalJson(row) }];
    }),
  );
}

function differences(who: string, wanted: Folded, kept: Folded): string[] {
  const wrong = [...kept].filter(([at, { row }]) => wanted.get(at)?.row !== row);
  const missing = [...wanted].filter(([at]) => !kept.has(at));
  return [
    ...wrong.map(([, { what, row }]) => `${who} has ${row} for ${what}`),
    ...missing.map(([, { what }]) => `${who} has nothing for ${what}`),
  ];
}
