import type { ClaimRow } from '$lib/ledger/kinds/claim-row';
import type { ConfidenceRow } from '$lib/ledger/kinds/lesson-rated';
import type { MilestoneRow } from '$lib/ledger/kinds/milestone-reached';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';

/** The same rows, with what guests did put to whoever claimed it, and one row left where there would be several. */
export function withClaimed<R extends { person: string }>(
  rows: readonly R[],
  claims: readonly ClaimRow[],
  together: Together<R>,
): R[] {
  const claimed = claims.filter(({ person }) => person !== '');
  const claimer = new Map(claimed.map(({ guest, person }) => [guest, person]));
  const found = new Map<string, R>();
  // Of two rows of one moment it matters little which comes first, but on every device it must be the same.
  const inTime = [...rows].sort(
    (a, b) => compare(together.when(a), together.when(b)) || compare(a.person, b.person),
  );
  for (const row of inTime) {
    const person = claimer.get(row.person) ?? row.person;
    const key = `${person}|${together.of(row)}`;
    const early = found.get(key);
    found.set(key, { ...(early ? together.add(early, row) : row), person });
  }
  return [...found.values()];
}

/** How rows of one person about one thing become one. */
export interface Together<R> {
  /** What the row is about. */
  of: (row: R) => string;
  when: (row: R) => string;
  /** Both as one; `late` is not before `early`. */
  add: (early: R, late: R) => R;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Attempts and slips add up; where somebody is stuck the last attempt says. */
export const progressTogether: Together<ProgressRow> = {
  of: ({ lesson }) => lesson,
  when: ({ last }) => last,
  add: (early, late) => ({
    ...late,
    started: early.started + late.started,
    finished: early.finished + late.finished,
    passed: early.passed || late.passed,
    helped: early.helped + late.helped,
    slips: Object.entries(late.slips).reduce<ProgressRow['slips']>(
      (slips, [slip, times]) => ({
        ...slips,
        [slip]: (Object.hasOwn(slips, slip) ? (slips[slip] ?? 0) : 0) + times,
      }),
      early.slips,
    ),
  }),
};

/** A milestone is reached at the first time. */
export const milestonesTogether: Together<MilestoneRow> = {
  of: ({ milestone }) => milestone,
  when: ({ first }) => first,
  add: (early, late) => ({ ...early, times: early.times + late.times }),
};

/** How sure somebody felt at first, and at last. */
export const confidenceTogether: Together<ConfidenceRow> = {
  of: ({ lesson }) => lesson,
  when: ({ last }) => last,
  add: (early, late) => ({
    ...late,
    before: early.before ?? late.before,
    after: late.after ?? early.after,
  }),
};
