/** What one person has done in one lesson, over all attempts. Moments are ISO, UTC. */
export type ProgressRow = {
  person: string;
  lesson: string;
  started: number;
  finished: number;
  passed: boolean;
  /** Step of the last answer, and whether it was right: where somebody is stuck. */
  step: string;
  right: boolean;
  /** Wrong answers in a row up to now. */
  wrongInARow: number;
  /** Times help was taken. */
  helped: number;
  /** How often each named slip or misconception was seen. */
  slips: Record<string, number>;
  last: string;
  /** Whether the day of `last` is not certain (`ledger/moment.ts`). */
  doubtful?: true;
};

/** The row of somebody who has not begun. */
export function noProgress(person: string, lesson: string, at: string): ProgressRow {
  return {
    person,
    lesson,
    started: 0,
    finished: 0,
    passed: false,
    step: '',
    right: true,
    wrongInARow: 0,
    helped: 0,
    slips: {},
    last: at,
  };
}
