import type { Lesson, Step } from '$lib/content/lesson';
import { finished, type LessonContext, type LessonSnapshot } from './machine';

/** What the player shows now. */
export interface VisibleStep {
  step: Step;
  /** Counted from 1, of `count`. */
  number: number;
  count: number;
  /** reading an explanation; asking or answered; doing or done; passed or missed. */
  phase: 'reading' | 'asking' | 'answered' | 'doing' | 'done' | 'passed' | 'missed';
  /** The right choice, once it is found. */
  answer: string | undefined;
  /** Slips of this task or check, once it is brought to its goal. */
  slips: number | undefined;
  feedback: LessonContext['feedback'];
  canGoNext: boolean;
  canGoBack: boolean;
}

/** The step on screen, out of a snapshot of the lesson's machine; null once the lesson is finished. */
export function visibleStep(lesson: Lesson, snapshot: LessonSnapshot): VisibleStep | null {
  const [id, inner] = stateOf(snapshot);
  const index = lesson.steps.findIndex((step) => step.id === id);
  const step = lesson.steps[index];
  if (!step || id === finished) return null;
  const phase = (inner ?? 'reading') as VisibleStep['phase'];
  return {
    step,
    number: index + 1,
    count: lesson.steps.length,
    phase,
    answer: snapshot.context.answers[id],
    slips: snapshot.context.results[id]?.slips,
    feedback: snapshot.context.feedback,
    canGoNext: phase !== 'asking' && phase !== 'doing',
    canGoBack: index > 0,
  };
}

/** The step's id and, where it has them, the state within it. */
export function stateOf(snapshot: LessonSnapshot): [step: string, inner: string | undefined] {
  const value: unknown = snapshot.value;
  if (typeof value === 'string') return [value, undefined];
  const [entry] = Object.entries(value as Record<string, string>);
  return entry ?? [finished, undefined];
}
