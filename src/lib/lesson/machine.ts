import { assign, setup, type SnapshotFrom } from 'xstate';
import type { CheckStep, Lesson } from '$lib/content/lesson';
import { placesOf } from './check-state';
import { stepState } from './step-state';

/** The state after the last step; no step may be called so. */
export const finished = 'finished';

/** How a task, or a part of a check, went the last time. */
export interface Result {
  slips: number;
  /** What went wrong, by the names of slips, choices, items or parts. */
  wrong: string[];
}

/** What a lesson remembers while somebody is in it. */
export interface LessonContext {
  /** What was tapped rightly in each step: the choice, the order so far, the signs found, the face, that it is done. */
  answers: Record<string, string[]>;
  /** Each task brought to its goal and each part of a check, by its place: `together`, `alone.pay`. */
  results: Record<string, Result>;
  /** The last tap of the question on screen that is answered by words; `n` tells two of the same apart. */
  feedback: { choice: string; right: boolean; n: number } | null;
}

/** Everything that can happen in a lesson. AGAIN does a task once more, after a failed check the coached one. */
export type LessonEvent =
  | { type: 'NEXT' }
  | { type: 'BACK' }
  | { type: 'AGAIN' }
  | { type: 'DONE' }
  | { type: 'RATE'; face: string }
  | { type: `choose.${string}` }
  | { type: `tap.${string}` }
  | { type: 'task.done'; slips: number; wrong?: string[] };

/** How a lesson ended: `passed` where every check met its criterion; slips and slips allowed in the checks. */
export interface LessonOutput {
  passed: boolean;
  slips: number;
  allowed: number;
}

const lessons = setup({
  types: {} as { context: LessonContext; events: LessonEvent; output: LessonOutput },
  guards: {
    answered: ({ context }, is: { step: string; count: number }) =>
      tapped(context, is.step).length >= is.count,
    reached: ({ context }, is: { step: string; index: number }) =>
      tapped(context, is.step).length === is.index,
    early: ({ context }, is: { step: string; index: number }) => tapped(context, is.step).length < is.index,
    unfound: ({ context }, is: { step: string; part: string }) => !tapped(context, is.step).includes(is.part),
    within: ({ context }, is: { places: string[]; allowed: number }) =>
      slipsIn(context, is.places) <= is.allowed,
    tried: ({ context }, is: { places: string[] }) => slipsIn(context, is.places) < Infinity,
    slipped: ({ context }, is: { place: string }) => slipsIn(context, [is.place]) > 0,
  },
  actions: {
    answer: assign(({ context }, is: { step: string; choice: string }) => ({
      answers: { ...context.answers, [is.step]: [...tapped(context, is.step), is.choice] },
      feedback: null,
    })),
    praise: assign(({ context }, is: { choice: string }) => ({
      feedback: { choice: is.choice, right: true, n: (context.feedback?.n ?? 0) + 1 },
    })),
    correct: assign(({ context }, is: { choice: string }) => ({
      feedback: { choice: is.choice, right: false, n: (context.feedback?.n ?? 0) + 1 },
    })),
    rate: assign(({ context, event }, is: { step: string }) =>
      event.type === 'RATE' ? { answers: { ...context.answers, [is.step]: [event.face] } } : {},
    ),
    hush: assign({ feedback: null }),
    record: assign(({ context, event }, is: { place: string }) =>
      event.type === 'task.done'
        ? {
            results: {
              ...context.results,
              [is.place]: { slips: event.slips, wrong: event.wrong ?? [] },
            },
          }
        : {},
    ),
    forget: assign(({ context }, is: { places: string[] }) => ({
      results: Object.fromEntries(
        Object.entries(context.results).filter(([place]) => !is.places.includes(place)),
      ),
    })),
  },
});

function tapped(context: LessonContext, step: string): string[] {
  return context.answers[step] ?? [];
}

/** The slips in several places together; Infinity where one of them was not come to its end. */
function slipsIn(context: LessonContext, places: string[]): number {
  return places.reduce((sum, place) => sum + (context.results[place]?.slips ?? Infinity), 0);
}

/** Where a lesson goes on: a step, and what was done before it. `resume` makes one. */
export interface Point {
  step: string;
  answers: LessonContext['answers'];
  results: LessonContext['results'];
}

/**
 * The statechart of a lesson: a state a step, in their order.
 *
 *     explain        ── NEXT ──▶
 *     choose         asking ── choose.right ──▶ answered ── NEXT ──▶   a wrong choice stays, with its feedback
 *     order, spot    asking ── tap.… each ──▶ answered ── NEXT ──▶     likewise
 *     task           doing ── task.done ──▶ done ── NEXT ──▶           AGAIN does it once more
 *     do             asking ── DONE ──▶ answered ── NEXT ──▶           NEXT at once puts it off
 *     rate           asking ── RATE ──▶ answered ── NEXT ──▶           NEXT at once skips it
 *     check          doing (part by part) ── task.done each ──▶ passed | missed ── NEXT ──▶
 *                                                                      AGAIN after a miss: back to what prepares for it
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
      passed: checks.every((step) => slipsIn(context, placesOf(step)) <= step.allowed),
      slips: checks.flatMap(placesOf).reduce((sum, place) => sum + (context.results[place]?.slips ?? 0), 0),
      allowed: checks.reduce((sum, step) => sum + step.allowed, 0),
    }),
  });
}

export type LessonMachine = ReturnType<typeof lessonMachine>;
export type LessonSnapshot = SnapshotFrom<LessonMachine>;
