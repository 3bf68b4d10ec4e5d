import { transition } from 'xstate';
import type { Input, PracticeApp, Screen } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { controls, inputs } from '$lib/content/inputs';
import { entering, isOnScreen, picking, pressing, type PracticeAction } from './actions';
import { failure } from './failure';
import { practiceMachine, screenOf, type PracticeSnapshot } from './machine';
import { ruleOf, type PickRule } from './rule';
import { valuesOf } from './values';
import { slipBetween } from './walk';
import { stateKey } from './state-key';

/** The next thing to do on the shortest right way to the goal; null at the goal, or where no right way leads there. */
export function nextRight(
  app: PracticeApp,
  cast: Cast,
  snapshot: PracticeSnapshot,
  goal: string,
): PracticeAction | null {
  return rightWay(app, cast, snapshot, goal)?.[0] ?? null;
}

/** A state on a right way, and what led to it. */
interface Reached {
  at: PracticeSnapshot;
  by?: { action: PracticeAction; from: Reached };
}

/**
 * Everything to do from here to the goal, the shortest right way; null where none leads there. Found by walking
 * the real machine over right moves only (right values, nothing that is a slip, no waiting), so flags, cases and
 * guards are understood. `proveWay` proves by the same moves that there is one from anywhere.
 */
export function rightWay(
  app: PracticeApp,
  cast: Cast,
  snapshot: PracticeSnapshot,
  goal: string,
): PracticeAction[] | null {
  const machine = practiceMachine(app, cast, { from: screenOf(snapshot), goal });
  const key = stateKey(app);
  const seen = new Set([key(snapshot)]);
  const open: Reached[] = [{ at: snapshot }];
  for (const reached of open) {
    if (screenOf(reached.at) === goal) return actionsTo(reached);
    for (const action of rightMoves(app, cast, reached.at)) {
      const [at] = transition(machine, reached.at, action.event);
      if (slipBetween(reached.at, at) !== null || seen.has(key(at))) continue;
      seen.add(key(at));
      open.push({ at, by: { action, from: reached } });
    }
  }
  return null;
}

function actionsTo({ by }: Reached): PracticeAction[] {
  return by ? [...actionsTo(by.from), by.action] : [];
}

/**
 * What somebody who errs nowhere may do now: press what needs nothing more, or fill the first input that something
 * to press still needs, from top to bottom. Some of these may still be slips: only the machine knows.
 */
export function rightMoves(app: PracticeApp, cast: Cast, snapshot: PracticeSnapshot): PracticeAction[] {
  const screen = app.screens[screenOf(snapshot)];
  if (!screen || snapshot.status !== 'active') return [];
  const moves = controls(screen)
    .filter((control) => isOnScreen(app, cast, control, snapshot.context))
    .map(({ id, when }) => firstMissing(app, cast, screen, when, snapshot) ?? pressing(id));
  const distinct = new Map(moves.map((action) => [JSON.stringify(action.event), action]));
  return [...distinct.values()];
}

function firstMissing(
  app: PracticeApp,
  cast: Cast,
  screen: Screen,
  needed: string[],
  snapshot: PracticeSnapshot,
): PracticeAction | undefined {
  for (const input of inputs(screen)) {
    const action = needed.includes(input.id) ? filling(app, cast, input, snapshot) : undefined;
    if (action) return action;
  }
  return undefined;
}

/** The right thing to put into an input; undefined where it is right already. */
function filling(
  app: PracticeApp,
  cast: Cast,
  input: Input,
  { context }: PracticeSnapshot,
): PracticeAction | undefined {
  const rule = ruleOf(app, cast, input);
  if (failure(rule, input.id, context) === null) return undefined;
  if (!('options' in rule)) return entering(input.id, 'right', valuesOf(rule, context).right ?? '');
  return picking(input.id, rightOption(rule, context.picks[input.id] ?? []));
}

function rightOption(rule: PickRule, taken: string[]): string {
  switch (rule.kind) {
    case 'choice':
    case 'toggle':
      return rule.right;
    case 'sign':
      return 'signed';
    case 'pick': {
      const [more = ''] = rule.options.filter((option) => !taken.includes(option));
      return taken.length > rule.count ? (taken.at(-1) ?? '') : more;
    }
  }
}
