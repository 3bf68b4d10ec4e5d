import type { Lesson } from './schema/lesson';
import type { CheckPart, CheckStep, Step, Task } from './schema/step';
import type { Path } from './violation';

/** Where the words of a part of a check stand: those of the step itself where the check is a single task. */
export function partPlace(check: CheckStep, part: CheckPart): string {
  return check.single ? check.id : `${check.id}.${part.id}`;
}

/** Everything a lesson does in a practice app: its tasks, and those of its checks. */
export interface AppTask {
  /** The id of the step, and of the part of a check behind a dot: `together`, `alone.pay`. */
  place: string;
  task: Task | Extract<CheckPart, { kind: 'task' }>;
  /** True where it is done without help. */
  unaided: boolean;
  path: Path;
}

/** The tasks of a lesson in their order. */
export function tasksOf(lesson: Lesson): AppTask[] {
  return lesson.steps.flatMap((step, index) => tasksIn(step, ['steps', index]));
}

function tasksIn(step: Step, at: Path): AppTask[] {
  if (step.kind === 'task')
    return [{ place: step.id, task: step, unaided: step.modes[0] === 'test', path: [...at, 'task'] }];
  if (step.kind !== 'check') return [];
  return step.parts.flatMap((part, index): AppTask[] =>
    part.kind === 'task'
      ? [
          {
            place: partPlace(step, part),
            task: part,
            unaided: true,
            path: step.single ? [...at, 'check'] : [...at, 'check', 'parts', index, 'task'],
          },
        ]
      : [],
  );
}

/** The practice apps of a lesson, each once. */
export function appsOf(lesson: Lesson): string[] {
  return [...new Set(tasksOf(lesson).map(({ task }) => task.app))];
}

/** The misconceptions that the questions of a lesson name, each once. */
export function misconceptionsIn(lesson: Lesson): string[] {
  const named = lesson.steps.flatMap((step) =>
    (step.kind === 'check' ? step.parts : [step]).flatMap((one) => {
      if (one.kind === 'choose') return one.choices.map(({ misconception }) => misconception);
      if (one.kind === 'spot') return one.parts.map(({ sign }) => sign);
      return [];
    }),
  );
  return [...new Set(named.filter((id) => id !== undefined))];
}
