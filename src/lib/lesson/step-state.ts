import type { CheckStep, Choose, Lesson, Step, Task } from '$lib/content/lesson';

/** The state of one step; `next` and `back` are the steps around it. */
export function stepState(lesson: Lesson, step: Step, next: string, back: string | undefined) {
  const on = { BACK: back === undefined ? undefined : { target: back, actions: hush } };
  const onward = { NEXT: { target: `#${lesson.id}.${next}`, actions: hush } };
  switch (step.kind) {
    case 'explain':
    case 'order':
    case 'spot':
    case 'do':
    case 'rate':
      return { on: { ...on, NEXT: onward.NEXT } };
    case 'choose':
      return { on, initial: 'asking', states: chooseStates(step, onward) };
    case 'task':
      return { on, initial: 'doing', states: taskStates(step, onward) };
    case 'check':
      return { on, initial: 'doing', states: checkStates(lesson, step, onward) };
  }
}

const hush = { type: 'hush' as const };
type Onward = { NEXT: { target: string; actions: typeof hush } };

function chooseStates(step: Choose, onward: Onward) {
  return {
    asking: {
      always: { guard: { type: 'answered' as const, params: { step: step.id } }, target: 'answered' },
      on: Object.fromEntries(
        step.choices.map(({ id, right }) => [
          `choose.${id}`,
          right
            ? { actions: { type: 'answer' as const, params: { step: step.id, choice: id } } }
            : { actions: { type: 'correct' as const, params: { choice: id } } },
        ]),
      ),
    },
    answered: { on: onward },
  };
}

function taskStates(step: Task, onward: Onward) {
  const is = { step: step.id };
  return {
    doing: {
      always: { guard: { type: 'tried' as const, params: is }, target: 'done' },
      on: { 'task.done': { actions: { type: 'record' as const, params: is } } },
    },
    done: {
      on: {
        ...onward,
        AGAIN: { target: 'doing', actions: { type: 'forget' as const, params: { steps: [step.id] } } },
      },
    },
  };
}

function checkStates(lesson: Lesson, step: CheckStep, onward: Onward) {
  const is = { step: step.id };
  const practice = practiceFor(lesson, step);
  return {
    doing: {
      always: [
        { guard: { type: 'within' as const, params: { ...is, allowed: step.allowed } }, target: 'passed' },
        { guard: { type: 'tried' as const, params: is }, target: 'missed' },
      ],
      on: { 'task.done': { actions: { type: 'record' as const, params: is } } },
    },
    passed: { on: onward },
    missed: {
      on: {
        ...onward,
        AGAIN: {
          target: practice ? `#${lesson.id}.${practice.id}` : 'doing',
          actions: {
            type: 'forget' as const,
            params: { steps: practice ? [step.id, practice.id] : [step.id] },
          },
        },
      },
    },
  };
}

/** The coached task that prepares for a check: the last one before it in the same app. */
function practiceFor(lesson: Lesson, check: CheckStep): Task | undefined {
  return lesson.steps
    .slice(0, lesson.steps.indexOf(check))
    .findLast(
      (step): step is Task =>
        step.kind === 'task' && check.parts.some((part) => part.kind === 'task' && part.app === step.app),
    );
}
