import type { PracticeApp, Screen } from './schema/app';
import type { Control, Input, Outcome, Widget } from './schema/widget';

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
  | 'many';

/** The widgets of a screen that a resident fills in, from top to bottom. */
export function inputs(screen: Screen): Input[] {
  return screen.shows.filter((widget): widget is Input => isInput(widget));
}

/** The widgets of a screen that a resident presses. */
export function controls(screen: Screen): Control[] {
  return screen.shows.filter(
    (widget): widget is Control => widget.kind === 'button' || widget.kind === 'dialog',
  );
}

/** Everything a screen can do: its controls by `press.<id>`, its times by `time.<NAME>`. */
export function outcomes(screen: Screen): [event: string, outcome: Outcome][] {
  return [
    ...controls(screen).map((control): [string, Outcome] => [`press.${control.id}`, control]),
    ...Object.entries(screen.time).map(([name, outcome]): [string, Outcome] => [`time.${name}`, outcome]),
  ];
}

function isInput(widget: Widget): boolean {
  return widget.kind === 'field' || widget.kind === 'choice' || widget.kind === 'pick';
}

/** Every way in which an input can be wrong, in the order in which it is looked for. */
export function reasonsOf(app: PracticeApp, input: Input): Reason[] {
  if (input.kind === 'choice') return ['empty', 'other'];
  if (input.kind === 'pick') return ['few', 'many'];
  const check = app.validators[input.check];
  if (check?.kind === 'digits') return ['empty', 'short', 'long', 'other'];
  if (check?.kind === 'password')
    return ['empty', 'stray', 'short', 'long', 'no-digit', 'no-upper', 'no-lower', 'no-special'];
  return check ? ['empty', 'other'] : [];
}
