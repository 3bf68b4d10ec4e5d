import * as v from 'valibot';
import { standingStep } from '$lib/content/aliases';
import type { Lesson, Step } from '$lib/content/lesson';
import { tasksOf } from '$lib/content/parts';
import { placesOf } from './check-state';
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

/** A checkpoint as any release stored it: an answer was a text before it was a list, a result had no `wrong`. */
const savedSchema = v.object({
  lesson: v.string(),
  step: v.string(),
  answers: v.fallback(
    v.record(
      v.string(),
      v.union([
        v.array(v.string()),
        v.pipe(
          v.string(),
          v.transform((text) => [text]),
        ),
      ]),
    ),
    {},
  ),
  results: v.fallback(
    v.record(v.string(), v.object({ slips: v.number(), wrong: v.optional(v.array(v.string()), []) })),
    {},
  ),
});

/**
 * Where to go on in the lesson as it is today: at the step of the same id or at what stands in its place, with what
 * was done before it and still exists; undefined, which is from the start, where nothing of the kind was saved.
 */
export function resume(lesson: Lesson, saved: unknown): Point | undefined {
  const { success, output } = v.safeParse(savedSchema, saved);
  if (!success || output.lesson !== lesson.id) return undefined;
  const step = standingStep(lesson, output.step);
  if (step === undefined) return undefined;
  const answers = lesson.steps.flatMap((one) => {
    const kept = stillRight(one, output.answers[one.id] ?? []);
    return kept.length > 0 ? [[one.id, kept] as const] : [];
  });
  const places = [
    ...tasksOf(lesson).map(({ place }) => place),
    ...lesson.steps.flatMap((one) => (one.kind === 'check' ? placesOf(one) : [])),
  ];
  const results = Object.entries(output.results).filter(([place]) => places.includes(place));
  return { step, answers: Object.fromEntries(answers), results: Object.fromEntries(results) };
}

/** As much of an answer as is still an answer to this step. */
function stillRight(step: Step, answer: string[]): string[] {
  switch (step.kind) {
    case 'choose':
      return answer
        .filter((id) => step.choices.some((choice) => choice.id === id && choice.right))
        .slice(0, 1);
    case 'order': {
      const wrong = answer.findIndex((id, index) => id !== step.items[index]);
      return wrong < 0 ? answer : answer.slice(0, wrong);
    }
    case 'spot':
      return [
        ...new Set(
          answer.filter((id) => step.parts.some((part) => part.id === id && part.sign !== undefined)),
        ),
      ];
    case 'do':
      return answer.includes('done') ? ['done'] : [];
    case 'rate':
      return answer.filter((face) => /^[1-5]$/.test(face)).slice(0, 1);
    default:
      return [];
  }
}
