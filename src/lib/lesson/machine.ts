import { assign, setup, type SnapshotFrom } from 'xstate';
import type { CheckStep, Lesson } from '$lib/content/lesson';
import { stepState } from './step-state';

/** The state after the last step; no step may be called so. */
export const finished = 'finished';

/** What a lesson remembers while somebody is in it. */
export interface LessonContext {
  /** The right choice of each question answered. */
  answers: Record<string, string>;
  /** Slips in each task brought to its goal, the last time. */
  results: Record<string, { slips: number }>;
  /** The last wrong choice of the question on screen; `n` tells two of the same apart. */
  feedback: { choice: string; n: number } | null;
}

/** Everything that can happen in a lesson. AGAIN does a task once more, after a failed check the coached one. */
export type LessonEvent =
  | { type: 'NEXT' }
  | { type: 'BACK' }
  | { type: 'AGAIN' }
  | { type: `choose.${string}` }
  | { type: 'task.done'; slips: number };

/** How a lesson ended: `passed` where every check met its criterion; slips and slips allowed in the checks. */
export interface LessonOutput {
  passed: boolean;
  slips: number;
  allowed: number;
}

const lessons = setup({
  types: {} as { context: LessonContext; events: LessonEvent; output: LessonOutput },
  guards: {
    answered: ({ context }, is: { step: string }) => is.step in context.answers,
    within: ({ context }, is: { step: string; allowed: number }) =>
      (context.results[is.step]?.slips ?? Infinity) <= is.allowed,
    tried: ({ context }, is: { step: string }) => is.step in context.results,
  },
  actions: {
    answer: assign(({ context }, is: { step: string; choice: string }) => ({
      answers: { ...context.answers, [is.step]: is.choice },
      feedback: null,
    })),
    correct: assign(({ context }, is: { choice: string }) => ({
      feedback: { choice: is.choice, n: (context.feedback?.n ?? 0) + 1 },
    })),
    hush: assign({ feedback: null }),
    record: assign(({ context, event }, is: { step: string }) =>
      event.type === 'task.done'
        ? { results: { ...context.results, [is.step]: { slips: event.slips } } }
        : {},
    ),
    forget: assign(({ context }, is: { steps: string[] }) => ({
      results: Object.fromEntries(
        Object.entries(context.results).filter(([step]) => !is.steps.includes(step)),
      ),
    })),
  },
});

/** Where a lesson goes on: a step, and what was done before it. `resume` makes one. */
export interface Point {
  step: string;
  answers: LessonContext['answers'];
  results: LessonContext['results'];
}

/**
 * The statechart of a lesson: a state a step, in their order.
 *
 *     explain ── NEXT ──▶
 *     choose  asking ── choose.right ──▶ answered ── NEXT ──▶      a wrong choice stays, with its feedback
 *     task    doing ── task.done ──▶ done ── NEXT ──▶              AGAIN does it once more
 *     check   doing ── task.done ──▶ passed | missed ── NEXT ──▶   AGAIN after a miss: back to the coached task
 *
 * BACK goes a step back; what was answered stays answered.
 */
export function lessonMachine(lesson: Lesson, at?: Point) {
  const ids = lesson.steps.map((step) => step.id);
  const checks = lesson.steps.filter((step): step is CheckStep => step.kind === 'check');
  return lessons.createMachine({
    id: lesson.id,
    context: { answers: at?.answers ?? {}, results: at?.results ?? {}, feedback: null },
    initial: at?.step ?? ids[0],
    states: {
      ...Object.fromEntries(
        lesson.steps.map((step, index) => [
          step.id,
          stepState(lesson, step, ids[index + 1] ?? finished, ids[index - 1]),
        ]),
      ),
      [finished]: { type: 'final' },
    },
    output: ({ context }) => ({
      passed: checks.every((step) => (context.results[step.id]?.slips ?? Infinity) <= step.allowed),
      slips: checks.reduce((sum, step) => sum + (context.results[step.id]?.slips ?? 0), 0),
      allowed: checks.reduce((sum, step) => sum + step.allowed, 0),
    }),
  });
}

export type LessonMachine = ReturnType<typeof lessonMachine>;
export type LessonSnapshot = SnapshotFrom<LessonMachine>;
