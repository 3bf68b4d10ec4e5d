import type { AttendanceRow, AttendanceStatus } from '$lib/ledger/kinds/attendance-row';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';

/** One line of the roll: a person, how they are marked, and how they are getting on. */
export interface RollEntry {
  person: PersonRow;
  status: AttendanceStatus;
  /** When they were marked (ISO); null while they are not. */
  at: string | null;
  /** Whether that moment is not certain. */
  doubtful: boolean;
  /** True where they came in at the kiosk by themselves. */
  byKiosk: boolean;
  learning: Learning;
}

/** How somebody is getting on with the lessons of a class: the state that asks most for the trainer comes first. */
export type Learning = 'stuck' | 'going' | 'passed' | 'finished' | 'none';

/** So many wrong answers in a row mean that somebody is stuck: after the second, the lesson itself has already helped. */
export const stuckAfter = 3;

/** How one lesson is going. */
export function learningOf(row: ProgressRow | undefined): Learning {
  if (!row) return 'none';
  if (row.wrongInARow >= stuckAfter) return 'stuck';
  if (row.passed) return 'passed';
  if (row.finished > 0 && row.finished >= row.started) return 'finished';
  return 'going';
}

const urgency: Learning[] = ['stuck', 'going', 'finished', 'passed', 'none'];

/** The roll of a class: everybody on it in the given order, with their mark and their learning. */
export function roll(
  people: readonly PersonRow[],
  attendance: readonly AttendanceRow[],
  progress: readonly ProgressRow[],
): RollEntry[] {
  const marks = new Map(attendance.map((row) => [row.person, row]));
  const learning = new Map<string, Learning>();
  for (const row of progress) {
    const before = learning.get(row.person);
    const now = learningOf(row);
    if (!before || urgency.indexOf(now) < urgency.indexOf(before)) learning.set(row.person, now);
  }
  return people.map((person) => {
    const mark = marks.get(person.person);
    return {
      person,
      status: mark?.status ?? 'none',
      at: mark && mark.status !== 'none' ? mark.at : null,
      doubtful: mark?.doubtful ?? false,
      byKiosk: mark !== undefined && mark.author === '' && !mark.corrected,
      learning: learning.get(person.person) ?? 'none',
    };
  });
}

/** The same people, those who need the trainer first; within one state those who are here before those who are not. */
export function bySituation(entries: readonly RollEntry[]): RollEntry[] {
  const here = (entry: RollEntry) => (entry.status === 'present' || entry.status === 'late' ? 0 : 1);
  return [...entries].sort(
    (a, b) => urgency.indexOf(a.learning) - urgency.indexOf(b.learning) || here(a) - here(b),
  );
}

/**
 * How many are here (present or late), of how many, and how many ask for help. Whoever was marked and stands on the roll
 * no more, because they were erased, is counted without a name: `nameless` of `all`.
 */
export function tally(
  entries: readonly RollEntry[],
  attendance: readonly AttendanceRow[],
): { here: number; all: number; stuck: number; nameless: number } {
  const onRoll = new Set(entries.map(({ person }) => person.person));
  const nameless = attendance.filter(({ person, status }) => status !== 'none' && !onRoll.has(person));
  const here = [...entries, ...nameless].filter(({ status }) => status === 'present' || status === 'late');
  return {
    here: here.length,
    all: entries.length + nameless.length,
    stuck: entries.filter(({ learning }) => learning === 'stuck').length,
    nameless: nameless.length,
  };
}
