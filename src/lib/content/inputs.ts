import { both } from './guards';
import type { PracticeApp, Screen } from './schema/app';
import type { Check } from './schema/check';
import type { Guard } from './schema/guard';
import type { Outcome, Result } from './schema/outcome';
import type { Choice, Field, Input, Pressable, Widget } from './schema/widget';

/** Why the content of a field is not right; with the field's name it makes the slip `id-number.short`. */
export type Reason =
  | 'empty'
  | 'short'
  | 'long'
  | 'other'
  | 'stray'
  | 'no-digit'
  | 'no-upper'
  | 'no-lower'
  | 'no-special'
  | 'few'
  | 'many'
  | 'over'
  | 'letters'
  | 'shape';

/** Something to press: a whole widget, a row of a list or a tab of a bar. */
export interface Control extends Outcome {
  id: string;
  widget: Pressable;
  /** Only while it holds is the control on screen. */
  if?: Guard;
}

const inputKinds = ['field', 'keypad', 'choice', 'files', 'map', 'pick', 'toggle', 'sign'];

/** True for a widget that a resident fills in. */
export function isInput(widget: Widget): widget is Input {
  return inputKinds.includes(widget.kind);
}

/** True for an input that is written into; the others are picked from. */
export function isField(input: Widget): input is Field {
  return input.kind === 'field' || input.kind === 'keypad';
}

/** True for an input of which one option is taken. */
export function isChoice(input: Widget): input is Choice {
  return input.kind === 'choice' || input.kind === 'files' || input.kind === 'map';
}

/** The widgets of a screen that a resident fills in, from top to bottom. */
export function inputs(screen: Screen): Input[] {
  return screen.shows.filter(isInput);
}

/** Everything on a screen that a resident presses, from top to bottom. The tab one is at leads nowhere. */
export function controls(screen: Screen): Control[] {
  return screen.shows.flatMap((widget): Control[] => {
    switch (widget.kind) {
      case 'button':
      case 'camera':
      case 'dialog':
        return [{ ...widget, widget }];
      case 'list':
        return widget.rows.map((row) => ({ ...row, widget, if: both(widget.if, row.if) }));
      case 'tabs':
        return widget.bar
          .filter(({ id }) => id !== widget.here)
          .map((tab) => ({ ...tab, widget, if: widget.if }));
      default:
        return [];
    }
  });
}

/** Everything a screen can do: its controls by `press.<id>`, its times by `time.<NAME>`. */
export function outcomes(screen: Screen): [event: string, outcome: Outcome][] {
  return [
    ...controls(screen).map((control): [string, Outcome] => [`press.${control.id}`, control]),
    ...Object.entries(screen.time).map(([name, outcome]): [string, Outcome] => [`time.${name}`, outcome]),
  ];
}

/** True where nothing at all would be other than before; to go where one is already is nothing too. */
export function isNothing(result: Result, screen: string): boolean {
  const { go, clear, send, set, unset, slip } = result;
  return (
    (go === undefined || go === screen) && !slip && ![clear, send, set, unset].some(({ length }) => length)
  );
}

/** Every slip that an outcome can be, of itself or by one of its cases, with what is believed by who makes it. */
export function slipsOf({
  cases,
  slip,
  misconception,
}: Outcome): { slip: string; misconception: string | undefined }[] {
  return [...cases, { slip, misconception }].flatMap((one) =>
    one.slip === undefined ? [] : [{ slip: one.slip, misconception: one.misconception }],
  );
}

/** Every way in which an input can be wrong, in the order in which it is looked for. */
export function reasonsOf(app: PracticeApp, input: Input): Reason[] {
  switch (input.kind) {
    case 'choice':
    case 'files':
    case 'map':
      return ['empty', 'other'];
    case 'pick':
      return ['few', 'many'];
    case 'toggle':
      return ['other'];
    case 'sign':
      return ['empty'];
    case 'field':
    case 'keypad': {
      const check = app.validators[input.check];
      const reasons = check ? reasonsOfCheck(check) : [];
      // A pad of dots takes no digit more than it has places.
      return input.kind === 'keypad' ? reasons.filter((reason) => reason !== 'long') : reasons;
    }
  }
}

function reasonsOfCheck(check: Check): Reason[] {
  switch (check.kind) {
    case 'digits':
      return ['empty', 'short', 'long', 'other'];
    case 'password':
      return ['empty', 'stray', 'short', 'long', 'no-digit', 'no-upper', 'no-lower', 'no-special'];
    case 'amount':
      return ['empty', ...(check.most === undefined ? [] : ['over' as const]), 'other'];
    case 'customer-code':
      return ['empty', 'short', 'long', 'letters', 'other'];
    case 'date':
      return ['empty', 'shape', 'other'];
    case 'text':
      return ['empty', ...(check.equals === undefined ? [] : ['other' as const])];
    case 'same':
      return ['empty', 'other'];
  }
}

/** How many digits a field takes that asks for so many, or for the same as such a one; undefined for any other. */
export function digitsOf(app: PracticeApp, { check: name }: Field): number | undefined {
  const check = app.validators[name];
  if (check?.kind === 'digits') return check.count;
  const other = Object.values(app.screens)
    .flatMap((screen) => inputs(screen).filter(isField))
    .find(({ id }) => check?.kind === 'same' && id === check.field);
  const rule = other && app.validators[other.check];
  return rule?.kind === 'digits' ? rule.count : undefined;
}
