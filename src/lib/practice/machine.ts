import { assign, setup, type SnapshotFrom } from 'xstate';
import type { PracticeApp } from '$lib/content/app';
import type { Reason } from '$lib/content/inputs';
import type { Persona } from '$lib/content/persona';
import { untouched, type PracticeContext, type PracticeEvent } from './context';
import { failure, isShown } from './failure';
import type { Rule } from './rule';
import { screenState, type Way } from './screen-state';

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

function without<Value>(all: Record<string, Value>, names: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
