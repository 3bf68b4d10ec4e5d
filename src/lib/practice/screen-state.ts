import type { Input, Outcome, PracticeApp, Screen } from '$lib/content/app';
import { inputs, outcomes, reasonsOf } from '$lib/content/inputs';
import type { Persona } from '$lib/content/persona';
import { ruleOf, type Rule } from './rule';

/** Where a task begins, and the screen that ends it; without a goal only a screen with no way on ends it. */
export interface Way {
  from: string;
  goal?: string;
}

/** The state of one screen: every event it knows, and for a press every way in which a needed field can fail. */
export function screenState(app: PracticeApp, persona: Persona, way: Way, id: string, screen: Screen) {
  const entry = screen.arrives.length
    ? [{ type: 'send' as const, params: { messages: screen.arrives } }]
    : [];
  if (id === way.goal || outcomes(screen).length === 0) return { type: 'final' as const, entry };
  const filled = inputs(screen);
  return {
    entry,
    on: {
      ...(filled.some((input) => input.kind === 'field') && { enter: filled.flatMap(entering) }),
      ...(filled.some((input) => input.kind !== 'field') && {
        pick: filled.flatMap((input) => picking(ruleOf(app, persona, input), input)),
      }),
      ...Object.fromEntries(
        outcomes(screen).map(([event, outcome]) => [
          event,
          [
            ...outcome.when.flatMap((field) =>
              filled
                .filter((input) => input.id === field)
                .flatMap((input) => failing(app, persona, id, input)),
            ),
            leading(id, outcome),
          ],
        ]),
      ),
    },
  };
}

function entering(input: Input) {
  if (input.kind !== 'field') return [];
  return {
    guard: { type: 'into' as const, params: { field: input.id } },
    actions: [
      { type: 'write' as const, params: { digits: input.type === 'digits' } },
      { type: 'settle' as const },
    ],
  };
}

function picking(rule: Rule, input: Input) {
  if (rule.kind !== 'choice' && rule.kind !== 'pick') return [];
  return {
    guard: { type: 'from' as const, params: { field: input.id, rule } },
    actions: [
      { type: rule.kind === 'choice' ? ('take' as const) : ('toggle' as const) },
      { type: 'settle' as const },
    ],
  };
}

function failing(app: PracticeApp, persona: Persona, screen: string, input: Input) {
  const rule = ruleOf(app, persona, input);
  return reasonsOf(app, input).map((reason) => ({
    guard: { type: 'fails' as const, params: { field: input.id, rule, reason } },
    actions: [{ type: 'slip' as const, params: { id: `${screen}.${input.id}.${reason}` } }],
  }));
}

function leading(screen: string, outcome: Outcome) {
  return {
    target: outcome.go,
    actions: [
      outcome.slip
        ? { type: 'slip' as const, params: { id: `${screen}.${outcome.slip}` } }
        : { type: 'settle' as const },
      { type: 'clear' as const, params: { fields: outcome.clear } },
      { type: 'send' as const, params: { messages: outcome.send } },
    ],
  };
}
