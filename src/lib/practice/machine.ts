import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Input, Outcome, PracticeApp, Screen } from '$lib/content/app';
import { inputs, outcomes, reasonsOf, type Reason } from '$lib/content/inputs';
import type { Persona } from '$lib/content/persona';
import { untouched, type PracticeContext, type PracticeEvent } from './context';
import { failure, isShown } from './failure';
import { ruleOf, type Rule } from './rule';

const practice = setup({
  types: {} as { context: PracticeContext; events: PracticeEvent },
  guards: {
    fails: ({ context }, is: { field: string; rule: Rule; reason: Reason }) =>
      failure(is.rule, is.field, context) === is.reason,
    into: ({ event }, is: { field: string }) => event.type === 'enter' && event.field === is.field,
    from: ({ context, event }, is: { field: string; rule: Extract<Rule, { kind: 'choice' | 'pick' }> }) =>
      event.type === 'pick' &&
      event.field === is.field &&
      is.rule.options.includes(event.option) &&
      (is.rule.kind === 'pick' || isShown(is.rule, context)),
  },
  actions: {
    write: assign(({ context, event }, how: { digits: boolean }) => {
      if (event.type !== 'enter') return {};
      const value = how.digits ? event.value.replace(/\D/g, '') : event.value.normalize('NFC');
      return {
        values: { ...without(context.values, [event.field]), ...(value && { [event.field]: value }) },
      };
    }),
    take: assign(({ context, event }) =>
      event.type === 'pick' ? { picks: { ...context.picks, [event.field]: [event.option] } } : {},
    ),
    toggle: assign(({ context, event }) => {
      if (event.type !== 'pick') return {};
      const taken = context.picks[event.field] ?? [];
      const next = taken.includes(event.option)
        ? taken.filter((option) => option !== event.option)
        : [...taken, event.option];
      return { picks: { ...context.picks, [event.field]: next } };
    }),
    clear: assign(({ context }, what: { fields: string[] }) => ({
      values: without(context.values, what.fields),
      picks: without(context.picks, what.fields),
    })),
    send: assign(({ context }, what: { messages: string[] }) => ({
      messages: what.messages.reduce((all, id) => {
        const n = (all.find((message) => message.id === id)?.n ?? 0) + 1;
        return [...all.filter((message) => message.id !== id), { id, n }];
      }, context.messages),
    })),
    slip: assign(({ context }, what: { id: string }) => ({
      slip: { id: what.id, n: context.wrong + 1 },
      slips: { ...context.slips, [what.id]: (context.slips[what.id] ?? 0) + 1 },
      wrong: context.wrong + 1,
    })),
    settle: assign({ slip: null }),
  },
});

/** Where a task begins, and the screen that ends it; without a goal only a screen with no way on ends it. */
export interface Way {
  from: string;
  goal?: string;
}

/**
 * The statechart of a practice app for one persona: a state a screen, and the goal as the final one.
 * Everything a resident can do is in it, also what is wrong, which ends in `slip`:
 *
 *     enter, pick ──▶ same screen, slip settled
 *     press ──▶ a field fails? slip `screen.field.reason` : a wrong button? slip `screen.slip` : the next screen
 *
 * It is plain data: guards and actions are named and get parameters, so that the explorer can walk it as it is.
 * Coach and test run the same machine; only what the player shows differs.
 */
export function practiceMachine(app: PracticeApp, persona: Persona, way: Way) {
  return practice.createMachine({
    id: app.id,
    context: untouched,
    initial: way.from,
    states: Object.fromEntries(
      Object.entries(app.screens).map(([id, screen]) => [id, screenState(app, persona, way, id, screen)]),
    ),
  });
}

export type PracticeMachine = ReturnType<typeof practiceMachine>;
export type PracticeSnapshot = SnapshotFrom<PracticeMachine>;

/** The screen a resident is on. */
export function screenOf(snapshot: PracticeSnapshot): string {
  return String(snapshot.value);
}

function screenState(app: PracticeApp, persona: Persona, way: Way, id: string, screen: Screen) {
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

function without<Value>(all: Record<string, Value>, names: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
