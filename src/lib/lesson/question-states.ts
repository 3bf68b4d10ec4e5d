import type { Choose, Do, Order, Rate, Spot } from '$lib/content/lesson';
import type { Ways } from './onward';

/** A question with choices: a wrong one is answered, the right one ends it. */
export function chooseState(step: Choose, ways: Ways) {
  const taps = step.choices.map(
    ({ id, right }) => [`choose.${id}`, right ? answer(step.id, id) : correct(id)] as const,
  );
  return asking(step.id, 1, Object.fromEntries(taps), ways);
}

/** Things to tap in their order: what comes next is put in its place, what comes too early is answered. */
export function orderState(step: Order, ways: Ways) {
  const taps = step.items.map((id, index) => {
    const is = { step: step.id, index };
    const next = { guard: { type: 'reached' as const, params: is }, ...answer(step.id, id) };
    const early = { guard: { type: 'early' as const, params: is }, ...correct(id) };
    return [`tap.${id}`, index > 0 ? [next, early] : next] as const;
  });
  return asking(step.id, step.items.length, Object.fromEntries(taps), ways);
}

/** Signs to find: each one found is praised, what is innocent is explained. */
export function spotState(step: Spot, ways: Ways) {
  const taps = step.parts.map(({ id, sign }) => {
    if (sign === undefined) return [`tap.${id}`, correct(id)] as const;
    const found = answer(step.id, id).actions;
    const praise = { type: 'praise' as const, params: { choice: id } };
    const guard = { type: 'unfound' as const, params: { step: step.id, part: id } };
    return [`tap.${id}`, { guard, actions: [found, praise] }] as const;
  });
  const signs = step.parts.filter(({ sign }) => sign !== undefined).length;
  return asking(step.id, signs, Object.fromEntries(taps), ways);
}

/** Something to do away from the screen: done, or put off by going on. */
export function doState(step: Do, ways: Ways) {
  return asking(step.id, 1, { DONE: answer(step.id, 'done'), ...ways.onward }, ways);
}

/** How sure somebody is: another face may be taken until they go on, and none by going on at once. */
export function rateState(step: Rate, ways: Ways) {
  const RATE = { actions: { type: 'rate' as const, params: { step: step.id } } };
  return {
    on: { ...ways.back, ...ways.onward, RATE },
    initial: 'asking',
    states: { asking: { always: answered(step.id, 1) }, answered: {} },
  };
}

function asking(step: string, count: number, on: object, { onward, back }: Ways) {
  return {
    on: back,
    initial: 'asking',
    states: { asking: { always: answered(step, count), on }, answered: { on: onward } },
  };
}

function answered(step: string, count: number) {
  return { guard: { type: 'answered' as const, params: { step, count } }, target: 'answered' };
}

function answer(step: string, choice: string) {
  return { actions: { type: 'answer' as const, params: { step, choice } } };
}

function correct(choice: string) {
  return { actions: { type: 'correct' as const, params: { choice } } };
}
