import type { LedgerEvent } from './event';
import type { Row } from './kind';
import { kindByName } from './kinds';

/** A row's address: table, key parts joined by `|`, and the list it is shown in. */
export interface RowRef {
  table: string;
  key: string;
  group: string;
}

/** The rows that an event (already read by `readEvent`) says something about. */
export function rowsOf(event: LedgerEvent): RowRef[] {
  return touchesOf(event).map(({ ref }) => ref);
}

/** What an event (already read by `readEvent`) does to one row: called with the row as it was before. */
export interface Touch {
  ref: RowRef;
  into: (row: Row | undefined) => Row;
}

/** All that an event does to rows, in the order of its kind's folds. */
export function touchesOf(event: LedgerEvent): Touch[] {
  const touches: Touch[] = [];
  for (const fold of kindByName.get(event.kind)?.folds ?? []) {
    const key = fold.key(event);
    if (!key) continue;
    const ref = { table: fold.table, key: key.join('|'), group: fold.group(event) };
    touches.push({ ref, into: (row) => fold.into(row, event) });
  }
  return touches;
}

/** Folds one event into one row of its tables; the row unchanged where the event does not touch it. */
export function foldInto(ref: RowRef, row: Row | undefined, event: LedgerEvent): Row | undefined {
  let next = row;
  for (const fold of kindByName.get(event.kind)?.folds ?? []) {
    if (fold.table === ref.table && fold.key(event)?.join('|') === ref.key) next = fold.into(next, event);
  }
  return next;
}

/** What decides the order of two events of a house: the server's number first, then what it has not seen yet. */
export interface Placed {
  seq: number | null;
  device: string;
  dseq: number;
}

/** Orders events as the house does; events the server has not numbered come last, each device's in its own order. */
export function compareInHouse(a: Placed, b: Placed): number {
  if (a.seq !== null && b.seq !== null) return a.seq - b.seq;
  if (a.seq !== null) return -1;
  if (b.seq !== null) return 1;
  return a.device === b.device ? a.dseq - b.dseq : a.device < b.device ? -1 : 1;
}

/** What is left of a row's events up to a number, once they were let go: the row that came of them. */
export interface Base {
  upTo: number;
  row: Row | undefined;
}

/**
 * A row folded anew from all events that touch it, in any order of arrival; upon its base, where events were let go.
 * Events that the base stands for are here only where the house is read anew from its beginning: then all of them come
 * again, and the base counts no more.
 */
export function foldRow(
  ref: RowRef,
  events: readonly (LedgerEvent & Placed)[],
  base?: Base,
): Row | undefined {
  const anew = base && events.some(({ seq }) => seq !== null && seq <= base.upTo);
  return [...events]
    .sort(compareInHouse)
    .reduce<Row | undefined>((row, event) => foldInto(ref, row, event), anew ? undefined : base?.row);
}
