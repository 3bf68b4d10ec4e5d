import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Field, PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import type { Reason } from '$lib/content/inputs';
import { untouched, type PracticeContext, type PracticeEvent } from './context';
import { failure } from './failure';
import { holds, type Seen, type Test } from './guard';
import type { PickRule, Rule } from './rule';
import { screenState, type Way } from './screen-state';

const practice = setup({
  types: {} as { context: PracticeContext; events: PracticeEvent },
  guards: {
    fails: ({ context }, is: { field: string; rule: Rule; reason: Reason; shown: Test | undefined }) =>
      isShown(is.shown, context) && failure(is.rule, is.field, context) === is.reason,
    holds: ({ context }, is: { test: Test }) => holds(is.test, context),
    into: ({ context, event }, is: { field: string; rule: Rule }) =>
      event.type === 'enter' && event.field === is.field && isShown(is.rule.shown, context),
    from: ({ context, event }, is: { field: string; rule: PickRule }) =>
      event.type === 'pick' &&
      event.field === is.field &&
      is.rule.options.includes(event.option) &&
      isShown(is.rule.shown, context),
  },
  actions: {
    write: assign(({ context, event }, how: { as: Field['type']; most: number | undefined }) => {
      if (event.type !== 'enter') return {};
      const value = written(event.value, how.as).slice(0, how.most);
      return {
        values: { ...without(context.values, [event.field]), ...(value && { [event.field]: value }) },
      };
    }),
    take: assign(({ context, event }, how: { untouched: string | undefined }) => {
      if (event.type !== 'pick') return {};
      const rest = without(context.picks, [event.field]);
      return { picks: event.option === how.untouched ? rest : { ...rest, [event.field]: [event.option] } };
    }),
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
    flag: assign(({ context }, what: { set: string[]; unset: string[] }) => ({
      flags: [...new Set([...context.flags, ...what.set])]
        .filter((flag) => !what.unset.includes(flag))
        .sort(),
    })),
    /** What nothing can look at any more is forgotten, so that an app never remembers more than it needs. */
    keep: assign(({ context }, what: { names: ReadonlySet<string> }) => {
      const inputs = (field: string) => what.names.has(`field.${field}`);
      return {
        values: only(context.values, inputs),
        picks: only(context.picks, inputs),
        messages: context.messages.filter(({ id }) => what.names.has(`message.${id}`)),
        flags: context.flags.filter((flag) => what.names.has(`flag.${flag}`)),
      };
    }),
    slip: assign(({ context }, what: { id: string }) => ({
      slip: { id: what.id, n: context.wrong + 1 },
      slips: { ...context.slips, [what.id]: (context.slips[what.id] ?? 0) + 1 },
      wrong: context.wrong + 1,
    })),
    settle: assign({ slip: null }),
  },
});

/**
 * The statechart of a practice app for one cast: a state a screen, and the goal as the final one.
 * Everything a resident can do is in it, also what is wrong, which ends in `slip`:
 *
 *     enter, pick ──▶ same screen, slip settled
 *     press ──▶ an input fails? slip `screen.field.reason` : the first case that holds : what else comes of it
 *               and that is a slip `screen.slip`, or the next screen
 *
 * It is plain data: guards and actions are named and get parameters, so that the explorer can walk it as it is.
 * Coach and test run the same machine; only what the player shows differs.
 */
export function practiceMachine(app: PracticeApp, cast: Cast, way: Way) {
  return practice.createMachine({
    id: app.id,
    context: untouched,
    initial: way.from,
    states: Object.fromEntries(
      Object.entries(app.screens).map(([id, screen]) => [id, screenState(app, cast, way, id, screen)]),
    ),
  });
}

export type PracticeMachine = ReturnType<typeof practiceMachine>;
export type PracticeSnapshot = SnapshotFrom<PracticeMachine>;

/** The screen a resident is on. */
export function screenOf(snapshot: PracticeSnapshot): string {
  return String(snapshot.value);
}

/** An amount has at most this many digits, so that a sum of two is still exact. */
const mostDigits = 12;

function written(value: string, as: Field['type']): string {
  if (as === 'digits') return value.replace(/\D/g, '');
  if (as === 'amount')
    return value
      .replace(/\D/g, '')
      .replace(/^0+(?=\d)/, '')
      .slice(0, mostDigits);
  return value.normalize('NFC');
}

function isShown(test: Test | undefined, seen: Seen): boolean {
  return !test || holds(test, seen);
}

function without<Value>(all: Record<string, Value>, names: string[]): Record<string, Value> {
  return only(all, (name) => !names.includes(name));
}

function only<Value>(all: Record<string, Value>, keeps: (name: string) => boolean): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => keeps(name)));
}
