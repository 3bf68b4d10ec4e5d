import type { Lesson } from '$lib/content/lesson';
import type { LessonSnapshot, Point } from './machine';
import { stateOf } from './visible-step';

/** Enough to go on another time: plain JSON, never a snapshot, which another version of the lesson would misread. */
export interface Checkpoint extends Point {
  lesson: string;
  version: number;
}

/** The point at which somebody leaves a lesson. */
export function checkpoint(lesson: Lesson, snapshot: LessonSnapshot): Checkpoint {
  const { answers, results } = snapshot.context;
  return { lesson: lesson.id, version: lesson.version, step: stateOf(snapshot)[0], answers, results };
}

/**
 * Where to go on in the lesson as it is today: at the step of the same id, with what was done before it and still
 * exists; undefined, which is from the start, where the step is gone or the point is of another lesson.
 */
export function resume(lesson: Lesson, saved: Checkpoint | undefined): Point | undefined {
  const step = lesson.steps.find(({ id }) => id === saved?.step);
  if (!saved || saved.lesson !== lesson.id || !step) return undefined;
  const answers = Object.entries(saved.answers).filter(([id, choice]) =>
    lesson.steps.some(
      (one) =>
        one.id === id && one.kind === 'choose' && one.choices.some((it) => it.id === choice && it.right),
    ),
  );
  const results = Object.entries(saved.results).filter(([id]) =>
    lesson.steps.some((one) => one.id === id && (one.kind === 'task' || one.kind === 'check')),
  );
  return { step: step.id, answers: Object.fromEntries(answers), results: Object.fromEntries(results) };
}
