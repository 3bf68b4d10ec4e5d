import type { Lesson, Step, Task } from '$lib/content/lesson';
import { checkState } from './check-state';
import { hush, type Ways } from './onward';
import { chooseState, doState, orderState, rateState, spotState } from './question-states';

/** The state of one step; `next` and `back` are the steps around it. */
export function stepState(lesson: Lesson, step: Step, next: string, back: string | undefined) {
  const ways: Ways = {
    onward: { NEXT: { target: `#${lesson.id}.${next}`, actions: hush } },
    back: { BACK: back === undefined ? undefined : { target: back, actions: hush } },
  };
  switch (step.kind) {
    case 'explain':
      return { on: { ...ways.back, ...ways.onward } };
    case 'choose':
      return chooseState(step, ways);
    case 'order':
      return orderState(step, ways);
    case 'spot':
      return spotState(step, ways);
    case 'task':
      return taskState(step, ways);
    case 'do':
      return doState(step, ways);
    case 'rate':
      return rateState(step, ways);
    case 'check':
      return checkState(lesson, step, ways);
  }
}

function taskState(step: Task, { onward, back }: Ways) {
  const places = [step.id];
  return {
    on: back,
    initial: 'doing',
    states: {
      doing: {
        always: { guard: { type: 'tried' as const, params: { places } }, target: 'done' },
        on: { 'task.done': { actions: { type: 'record' as const, params: { place: step.id } } } },
      },
      done: {
        on: {
          ...onward,
          AGAIN: { target: 'doing', actions: { type: 'forget' as const, params: { places } } },
        },
      },
    },
  };
}
