import type { Input, PracticeApp, Result, Screen } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { both } from '$lib/content/guards';
import {
  controls,
  digitsOf,
  inputs,
  isField,
  isNothing,
  outcomes,
  reasonsOf,
  type Control,
  type Reason,
} from '$lib/content/inputs';
import { testOf, type Test } from './guard';
import { liveNames } from './live';
import { ruleOf } from './rule';

/** Where a task begins, and the screen that ends it; without a goal only a screen with no way on ends it. */
export interface Way {
  from: string;
  goal?: string;
}

/** The state of one screen: every event it knows, and for a press every way in which a needed input can fail. */
export function screenState(app: PracticeApp, cast: Cast, way: Way, id: string, screen: Screen) {
  const entry = [
    { type: 'keep' as const, params: { names: liveNames(app).get(id) ?? new Set<string>() } },
    { type: 'send' as const, params: { messages: screen.arrives } },
  ];
  if (id === way.goal || outcomes(screen).length === 0) return { type: 'final' as const, entry };
  const filled = inputs(screen);
  return {
    entry,
    on: {
      ...(filled.some(isField) && { enter: filled.flatMap((input) => entering(app, cast, input)) }),
      ...(!filled.every(isField) && { pick: filled.flatMap((input) => picking(app, cast, input)) }),
      ...Object.fromEntries([
        ...controls(screen).map((control) => [
          `press.${control.id}`,
          leading(app, cast, id, screen, control),
        ]),
        ...Object.entries(screen.time).map(([name, outcome]) => [
          `time.${name}`,
          leading(app, cast, id, screen, outcome),
        ]),
      ]),
    },
  };
}

function entering(app: PracticeApp, cast: Cast, input: Input) {
  if (!isField(input)) return [];
  return {
    guard: { type: 'into' as const, params: { field: input.id, rule: ruleOf(app, cast, input) } },
    actions: [
      {
        type: 'write' as const,
        params: { as: input.type, most: input.kind === 'keypad' ? digitsOf(app, input) : undefined },
      },
      { type: 'settle' as const },
    ],
  };
}

function picking(app: PracticeApp, cast: Cast, input: Input) {
  const rule = ruleOf(app, cast, input);
  if (!('options' in rule)) return [];
  const untouched = rule.kind === 'toggle' ? rule.starts : rule.kind === 'sign' ? 'blank' : undefined;
  return {
    guard: { type: 'from' as const, params: { field: input.id, rule } },
    actions: [
      rule.kind === 'pick' ? { type: 'toggle' as const } : { type: 'take' as const, params: { untouched } },
      { type: 'settle' as const },
    ],
  };
}

/** First every way in which an input fails, then the cases, then what else comes of it; nothing while it is not on screen. */
function leading(
  app: PracticeApp,
  cast: Cast,
  id: string,
  screen: Screen,
  outcome: Omit<Control, 'id' | 'widget'>,
) {
  const shown = outcome.if && testOf(app, cast, outcome.if);
  const failing = outcome.when.flatMap((field) =>
    inputs(screen)
      .filter((input) => input.id === field)
      .flatMap((input) => {
        const rule = ruleOf(app, cast, input);
        return reasonsOf(app, input).map((reason) => ({
          guard: { type: 'fails' as const, params: { field, rule, reason, shown } },
          actions: [
            { type: 'slip' as const, params: { id: `${id}.${field}.${reason}` } },
            ...(beginsAnew(input, reason) ? [{ type: 'clear' as const, params: { fields: [field] } }] : []),
          ],
        }));
      }),
  );
  const cases = outcome.cases.map((one) => result(id, one, both(shown, testOf(app, cast, one.if))));
  // Where only cases do anything, there is no rest.
  return [
    ...failing,
    ...cases,
    ...(cases.length && isNothing(outcome, id) ? [] : [result(id, outcome, shown)]),
  ];
}

/** A pad that is full takes no digit more: where they are the wrong ones, the next touch writes the first anew. */
function beginsAnew(input: Input, reason: Reason): boolean {
  return input.kind === 'keypad' && reason === 'other';
}

function result(screen: string, what: Result, test: Test | undefined) {
  return {
    ...(test && { guard: { type: 'holds' as const, params: { test } } }),
    target: what.go,
    actions: [
      what.slip
        ? { type: 'slip' as const, params: { id: `${screen}.${what.slip}` } }
        : { type: 'settle' as const },
      { type: 'clear' as const, params: { fields: what.clear } },
      { type: 'send' as const, params: { messages: what.send } },
      { type: 'flag' as const, params: { set: what.set, unset: what.unset } },
    ],
  };
}
