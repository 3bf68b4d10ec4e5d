import type { Row } from './kind';

/**
 * A figure that is kept up to date, so that reading it costs the same whatever the history: over the rows of a table,
 * for each value of some fields, how many rows there are, or the sum of a field.
 */
export interface Tally {
  name: string;
  table: string;
  /** The fields that rows are counted by; joined by `|` they are the key. None of them holds a bar. */
  by: readonly string[];
  /** A field with a number, or true for one; each row counts one where none is named. */
  sum?: string;
}

/** Every tally there is. A row counts for what it is now, so a correction moves a figure and a second mark adds nothing. */
export const tallies: readonly Tally[] = [
  { name: 'people', table: 'people', by: [] },
  { name: 'attendance', table: 'attendance', by: ['session', 'status'] },
  // Guests count too: how often a lesson was finished, and how many people and visits met its criterion.
  { name: 'finished', table: 'progress', by: ['lesson'], sum: 'finished' },
  { name: 'passed', table: 'progress', by: ['lesson'], sum: 'passed' },
];

/** One figure of a house. */
export interface Tallied {
  name: string;
  key: string;
  n: number;
}

/** What changes in the figures of a house when a row becomes another; nothing where they stay as they are. */
export function tallied(table: string, before: Row | undefined, after: Row | undefined): Tallied[] {
  const changes: Tallied[] = [];
  for (const tally of tallies) {
    if (tally.table !== table) continue;
    const [was, is] = [before && counted(tally, before), after && counted(tally, after)];
    if (was?.key === is?.key) add(changes, tally.name, is?.key ?? '', (is?.n ?? 0) - (was?.n ?? 0));
    else {
      if (was) add(changes, tally.name, was.key, -was.n);
      if (is) add(changes, tally.name, is.key, is.n);
    }
  }
  return changes;
}

function counted({ by, sum }: Tally, row: Row): { key: string; n: number } {
  return { key: by.map((field) => String(row[field])).join('|'), n: sum ? Number(row[sum]) : 1 };
}

function add(changes: Tallied[], name: string, key: string, n: number): void {
  if (n !== 0) changes.push({ name, key, n });
}
