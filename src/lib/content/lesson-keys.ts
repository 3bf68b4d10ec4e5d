import { hintKeys } from './ids';
import { partPlace } from './parts';
import type { Lesson } from './schema/lesson';
import type { CheckPart, Step } from './schema/step';

/** Every key of words a lesson needs: no more and no fewer stand in its vi.yaml and en.yaml. */
export function lessonKeys(lesson: Lesson): string[] {
  return [...new Set(['title', 'about', ...lesson.steps.flatMap((step) => stepKeys(step))])];
}

function stepKeys(step: Step): string[] {
  const own = (...keys: string[]) => [`${step.id}.title`, ...keys.map((key) => `${step.id}.${key}`)];
  switch (step.kind) {
    case 'explain':
      return own(...(step.picture ? ['picture'] : []), ...step.parts);
    case 'choose':
      return [
        ...own('question', ...step.choices.flatMap(({ id }) => [`choice.${id}`, `feedback.${id}`])),
        ...hintKeys(step.id),
      ];
    case 'order':
      return [...own('question', ...orderKeys(step.items), 'done'), ...hintKeys(step.id)];
    case 'spot':
      return [...own('question', ...spotKeys(step.parts), 'done'), ...hintKeys(step.id)];
    case 'task':
      return own('goal', 'done');
    case 'do':
      return own('goal', ...step.parts);
    case 'rate':
      return own();
    case 'check':
      return [
        ...own('passed', 'missed'),
        ...step.parts.flatMap((part) => partKeys(part).map((key) => `${partPlace(step, part)}.${key}`)),
      ];
  }
}

/** The words of a part of a check; what is right needs no feedback afterwards. */
function partKeys(part: CheckPart): string[] {
  switch (part.kind) {
    case 'task':
      return ['goal'];
    case 'choose':
      return [
        'question',
        ...part.choices.flatMap(({ id, right }) => [`choice.${id}`, ...(right ? [] : [`feedback.${id}`])]),
      ];
    case 'order':
      return ['question', ...orderKeys(part.items)];
    case 'spot':
      return ['question', ...spotKeys(part.parts)];
  }
}

/** What comes first cannot be tapped too early, so nothing is to be said of it. */
function orderKeys(items: string[]): string[] {
  return items.flatMap((id, index) => [`item.${id}`, ...(index > 0 ? [`feedback.${id}`] : [])]);
}

function spotKeys(parts: { id: string }[]): string[] {
  return parts.flatMap(({ id }) => [`part.${id}`, `feedback.${id}`]);
}
