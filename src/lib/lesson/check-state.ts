import type { CheckPart, CheckStep, Lesson, Task } from '$lib/content/lesson';
import { partPlace } from '$lib/content/parts';
import type { Ways } from './onward';

/** The places of the parts of a check, by which their results are known. */
export function placesOf(check: CheckStep): string[] {
  return check.parts.map((part) => partPlace(check, part));
}

/** A check: its parts one after the other, passed or missed when the last one is done. */
export function checkState(lesson: Lesson, check: CheckStep, { onward, back }: Ways) {
  const places = placesOf(check);
  return {
    on: back,
    initial: 'doing',
    states: {
      doing: {
        initial: check.parts[0]?.id ?? '',
        always: [
          {
            guard: { type: 'within' as const, params: { places, allowed: check.allowed } },
            target: 'passed',
          },
          { guard: { type: 'tried' as const, params: { places } }, target: 'missed' },
        ],
        states: partStates(check),
      },
      passed: { on: onward },
      missed: { on: { ...onward, AGAIN: again(lesson, check) } },
    },
  };
}

function partStates(check: CheckStep) {
  return Object.fromEntries(
    check.parts.map((part, index) => {
      const place = partPlace(check, part);
      const next = check.parts[index + 1]?.id;
      const tried = { guard: { type: 'tried' as const, params: { places: [place] } }, target: next };
      return [
        part.id,
        {
          ...(next !== undefined && { always: tried }),
          on: { 'task.done': { actions: { type: 'record' as const, params: { place } } } },
        },
      ];
    }),
  );
}

/** After a miss: the coached task of the first app that went wrong; where only questions did, the check itself. */
function again(lesson: Lesson, check: CheckStep) {
  const places = placesOf(check);
  const forget = (more: string[]) => ({
    type: 'forget' as const,
    params: { places: [...places, ...more] },
  });
  const prepared = check.parts.flatMap((part) => {
    const practice = practiceFor(lesson, check, part);
    return practice
      ? [
          {
            guard: { type: 'slipped' as const, params: { place: partPlace(check, part) } },
            target: `#${lesson.id}.${practice.id}`,
            actions: forget([practice.id]),
          },
        ]
      : [];
  });
  // A question is one slip at most; with no more of them than slips are allowed, what failed was always a task.
  const questions = check.parts.length - prepared.length;
  return [...prepared, ...(questions > check.allowed ? [{ target: 'doing', actions: forget([]) }] : [])];
}

/** The coached task that prepares for a part of a check: the last one before it in the same app. */
function practiceFor(lesson: Lesson, check: CheckStep, part: CheckPart): Task | undefined {
  return lesson.steps
    .slice(0, lesson.steps.indexOf(check))
    .findLast((step): step is Task => step.kind === 'task' && part.kind === 'task' && step.app === part.app);
}
