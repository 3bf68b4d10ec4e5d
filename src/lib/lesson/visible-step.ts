import type { CheckPart, Lesson, Step } from '$lib/content/lesson';
import { partPlace } from '$lib/content/parts';
import { placesOf } from './check-state';
import { finished, type LessonContext, type LessonSnapshot, type Result } from './machine';

/** What the player shows now. */
export interface VisibleStep {
  step: Step;
  /** Counted from 1, of `count`. */
  number: number;
  count: number;
  /** reading an explanation; asking or answered; doing or done; passed or missed. */
  phase: 'reading' | 'asking' | 'answered' | 'doing' | 'done' | 'passed' | 'missed';
  /** The part of a check that is being done; counted from 1 in `partNumber`. */
  part: CheckPart | undefined;
  partNumber: number;
  /** What was tapped rightly so far. */
  answers: string[];
  /** Slips of this task or check, once it is brought to its goal. */
  slips: number | undefined;
  /** How the parts of a check went that are done. */
  results: { part: CheckPart; result: Result }[];
  feedback: LessonContext['feedback'];
  canGoNext: boolean;
  canGoBack: boolean;
}

/** The step on screen, out of a snapshot of the lesson's machine; null once the lesson is finished. */
export function visibleStep(lesson: Lesson, snapshot: LessonSnapshot): VisibleStep | null {
  const [id, inner, partId] = stateOf(snapshot);
  const index = lesson.steps.findIndex((step) => step.id === id);
  const step = lesson.steps[index];
  if (!step || id === finished) return null;
  const phase = (inner ?? 'reading') as VisibleStep['phase'];
  const { answers, results, feedback } = snapshot.context;
  const parts = step.kind === 'check' ? step.parts : [];
  const places = step.kind === 'check' ? placesOf(step) : [id];
  const done = places.flatMap((place) => results[place] ?? []);
  return {
    step,
    number: index + 1,
    count: lesson.steps.length,
    phase,
    part: parts.find((part) => part.id === partId),
    partNumber: parts.findIndex((part) => part.id === partId) + 1,
    answers: answers[id] ?? [],
    slips: done.length === places.length ? done.reduce((sum, { slips }) => sum + slips, 0) : undefined,
    results: parts.flatMap((part) => {
      const result = step.kind === 'check' ? results[partPlace(step, part)] : undefined;
      return result ? [{ part, result }] : [];
    }),
    feedback,
    canGoNext: phase !== 'asking' && phase !== 'doing',
    canGoBack: index > 0,
  };
}

/** The step's id and, where it has them, the state within it, and the part of a check within that. */
export function stateOf(
  snapshot: LessonSnapshot,
): [step: string, inner: string | undefined, part: string | undefined] {
  const [step = finished, inner, part] = pathOf(snapshot.value);
  return [step, inner, part];
}

/** A state value as the names on its way: `{ alone: { doing: 'pay' } }` → alone, doing, pay. */
function pathOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...pathOf(inner)]);
}
