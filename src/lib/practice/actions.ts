import type { PracticeApp } from '$lib/content/app';
import { controls } from '$lib/content/inputs';
import type { Persona } from '$lib/content/persona';
import type { PracticeEvent } from './context';
import { isShown } from './failure';
import { screenOf, type PracticeSnapshot } from './machine';
import { ruleOf } from './rule';
import { valuesOf } from './values';

/** Something a resident can do on a screen, by the control they would touch. */
export interface PracticeAction {
  event: PracticeEvent;
  /** The id of the widget to touch; for what time does, the name of the time. */
  control: string;
  /** For a list, the option to touch. */
  option?: string;
  /** For a field, the kind of value: `right`, or the reason why it will not do. */
  value?: string;
}

/** Everything that can be done now, with one example of every kind of right and wrong value. */
export function actionsAt(app: PracticeApp, persona: Persona, snapshot: PracticeSnapshot): PracticeAction[] {
  const screen = app.screens[screenOf(snapshot)];
  if (!screen || snapshot.status !== 'active') return [];
  const filling = screen.shows.flatMap((widget): PracticeAction[] => {
    if (widget.kind === 'field') {
      const rule = ruleOf(app, persona, widget);
      return Object.entries(valuesOf(rule, snapshot.context)).map(([kind, value]) =>
        entering(widget.id, kind, value),
      );
    }
    if (widget.kind === 'pick' || (widget.kind === 'choice' && isShown(widget, snapshot.context)))
      return widget.options.map((option) => picking(widget.id, option));
    return [];
  });
  return [
    ...filling,
    ...controls(screen).map(({ id }) => pressing(id)),
    ...Object.keys(screen.time).map((name) => waiting(name)),
  ];
}

/** To put a value into a field. */
export function entering(field: string, kind: string, value: string): PracticeAction {
  return { event: { type: 'enter', field, value }, control: field, value: kind };
}

/** To touch an option of a list. */
export function picking(field: string, option: string): PracticeAction {
  return { event: { type: 'pick', field, option }, control: field, option };
}

/** To press a button, or what closes a dialog. */
export function pressing(control: string): PracticeAction {
  return { event: { type: `press.${control}` }, control };
}

/** To let time do what it does. */
export function waiting(name: string): PracticeAction {
  return { event: { type: `time.${name}` }, control: name };
}
