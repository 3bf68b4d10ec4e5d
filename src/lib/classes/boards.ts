import {
  attendanceStatuses,
  type AttendanceRow,
  type AttendanceStatus,
} from '$lib/ledger/kinds/attendance-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { ClaimRow } from '$lib/ledger/kinds/claim-row';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import type { Tallied } from '$lib/ledger/tallies';
import { when } from './calendar';
import { progressTogether, withClaimed } from './claimed';
import { bySituation, roll, type RollEntry } from './roll';

/** How many are marked how. */
export type Counts = Record<AttendanceStatus, number>;

/** One class at a glance: its roll call, who came, and who needs the trainer. */
export interface ClassBoard {
  class: ClassRow;
  counts: Counts;
  /** Whoever is marked, those who need the trainer first. */
  roll: RollEntry[];
  /** The ids of those who are stuck. */
  stuck: string[];
}

/** The rows that a class board is made of: those of the class, and of the people who are marked in it. */
export interface ClassParts {
  class: ClassRow;
  attendance: readonly AttendanceRow[];
  people: readonly PersonRow[];
  progress: readonly ProgressRow[];
  claims: readonly ClaimRow[];
}

/** The board of a class, on the server and on a device alike. */
export function classBoard({ class: about, attendance, people, progress, claims }: ClassParts): ClassBoard {
  const taught = progress.filter(
    ({ lesson }) => about.lessons.length === 0 || about.lessons.includes(lesson),
  );
  const marked = roll(people, attendance, withClaimed(taught, claims, progressTogether)).filter(
    ({ status }) => status !== 'none',
  );
  return {
    class: about,
    counts: countsOf(attendance),
    roll: bySituation(marked),
    stuck: marked.filter(({ learning }) => learning === 'stuck').map(({ person }) => person.person),
  };
}

function countsOf(attendance: readonly AttendanceRow[]): Counts {
  const counts = noCounts();
  for (const { status } of attendance) counts[status] += 1;
  return counts;
}

const noCounts = (): Counts => Object.fromEntries(attendanceStatuses.map((status) => [status, 0])) as Counts;

/** A house at a glance. */
export interface HouseBoard {
  /** The classes of the last weeks, the latest first. */
  classes: { session: string; title: string; when: string; open: boolean; counts: Counts }[];
  /** How many stand on its roll, and how many of them learned or came in the last 30 days. */
  people: number;
  active: number;
  /** For each lesson how often it was finished, and how many people and visits of guests met its criterion. */
  lessons: { lesson: string; finished: number; passed: number }[];
}

/** The board of a house, of the figures that are kept (`tallies`), on the server and on a device alike. */
export function houseBoard(
  classes: readonly ClassRow[],
  tallied: readonly Tallied[],
  active: number,
): HouseBoard {
  const figures = new Map(tallied.map(({ name, key, n }) => [`${name}|${key}`, n]));
  const figure = (name: string, ...key: string[]) => figures.get([name, key.join('|')].join('|')) ?? 0;
  const lessons = tallied.filter(({ name, n }) => name === 'finished' && n > 0).map(({ key }) => key);
  return {
    classes: [...classes]
      .sort((a, b) => (when(a) < when(b) ? 1 : -1))
      .map((row) => ({
        session: row.session,
        title: row.title,
        when: when(row),
        open: row.opened !== null && row.closed === null,
        counts: Object.fromEntries(
          attendanceStatuses.map((status) => [status, figure('attendance', row.session, status)]),
        ) as Counts,
      })),
    people: figure('people', ''),
    active,
    lessons: lessons
      .sort()
      .map((lesson) => ({ lesson, finished: figure('finished', lesson), passed: figure('passed', lesson) })),
  };
}
