import type { ClassRow } from '$lib/ledger/kinds/class-row';
import { houseDay } from '$lib/words/time';

/** Classes as a trainer looks for them. */
export interface Calendar {
  /** Roll call is open now. */
  open: ClassRow[];
  /** Planned for this day and not opened yet. */
  today: ClassRow[];
  /** Planned for later days, soonest first. */
  later: ClassRow[];
  /** Over, the latest first. */
  past: ClassRow[];
}

/** Sorts the classes of a house by what can be done with them on the day of `now` (ISO). */
export function calendar(classes: readonly ClassRow[], now: string): Calendar {
  const today = houseDay(now);
  const dayOf = (row: ClassRow) => (row.starts ? houseDay(row.starts) : '');
  const waiting = classes.filter((row) => !row.opened).sort((a, b) => when(a).localeCompare(when(b)));
  return {
    open: classes.filter((row) => row.opened && !row.closed).sort((a, b) => when(b).localeCompare(when(a))),
    today: waiting.filter((row) => dayOf(row) === today),
    later: waiting.filter((row) => dayOf(row) > today),
    past: classes.filter((row) => row.closed).sort((a, b) => when(b).localeCompare(when(a))),
  };
}

/** When a class is, was opened, or (where nothing else is known) was closed. */
export function when(row: ClassRow): string {
  return row.starts ?? row.opened ?? row.closed ?? '';
}
