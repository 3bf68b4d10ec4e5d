import type { Guard, Input, PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { controls, inputs } from '$lib/content/inputs';
import type { PracticeEvent } from './context';
import { holds, testOf, type Seen } from './guard';
import { screenOf, type PracticeSnapshot } from './machine';
import { ruleOf, type PickRule } from './rule';
import { valuesOf } from './values';

/** Something a resident can do on a screen, by the control they would touch. */
export interface PracticeAction {
  event: PracticeEvent;
  /** The id of the widget to touch; for what time does, the name of the time. */
  control: string;
  /** For a list, the option to touch; for a switch and a signature, what the touch makes of it. */
  option?: string;
  /** For a field, the kind of value: `right`, or the reason why it will not do. */
  value?: string;
}

/** True where a widget or a row that depends on a guard, or on none, is on screen. */
export function isOnScreen(app: PracticeApp, cast: Cast, widget: { if?: Guard }, seen: Seen): boolean {
  return !widget.if || holds(testOf(app, cast, widget.if), seen);
}

/** Everything that can be done now, with one example of every kind of right and wrong value. */
export function actionsAt(app: PracticeApp, cast: Cast, snapshot: PracticeSnapshot): PracticeAction[] {
  const screen = app.screens[screenOf(snapshot)];
  if (!screen || snapshot.status !== 'active') return [];
  const { context } = snapshot;
  return [
    ...inputs(screen)
      .filter((input) => isOnScreen(app, cast, input, context))
      .flatMap((input) => fillings(app, cast, input, snapshot)),
    ...controls(screen)
      .filter((control) => isOnScreen(app, cast, control, context))
      .map(({ id }) => pressing(id)),
    ...Object.keys(screen.time).map((name) => waiting(name)),
  ];
}

function fillings(
  app: PracticeApp,
  cast: Cast,
  input: Input,
  { context }: PracticeSnapshot,
): PracticeAction[] {
  const rule = ruleOf(app, cast, input);
  return 'options' in rule
    ? offered(rule, context.picks[input.id]?.[0]).map((option) => picking(input.id, option))
    : Object.entries(valuesOf(rule, context)).map(([kind, value]) => entering(input.id, kind, value));
}

/** The options that can be touched: all of a list, the other state of a switch or a signature. */
function offered(rule: PickRule, taken: string | undefined): string[] {
  const now =
    rule.kind === 'toggle' ? (taken ?? rule.starts) : rule.kind === 'sign' ? (taken ?? 'blank') : '';
  return rule.options.filter((option) => option !== now);
}

/** To put a value into a field. */
export function entering(field: string, kind: string, value: string): PracticeAction {
  return { event: { type: 'enter', field, value }, control: field, value: kind };
}

/** To touch an option of a list. */
export function picking(field: string, option: string): PracticeAction {
  return { event: { type: 'pick', field, option }, control: field, option };
}

/** To press a button, a row or whatever else can be pressed. */
export function pressing(control: string): PracticeAction {
  return { event: { type: `press.${control}` }, control };
}

/** To let time do what it does. */
export function waiting(name: string): PracticeAction {
  return { event: { type: `time.${name}` }, control: name };
}
