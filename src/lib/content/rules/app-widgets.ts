import { digitsOf, isChoice, isField } from '../inputs';
import type { PracticeApp } from '../schema/app';
import type { Widget, WidgetOf } from '../schema/widget';
import type { Path } from '../violation';
import type { Say } from './say';

/** Words of a screen already have these names. */
const takenByScreen = ['title', 'slip', 'time', 'hint1', 'hint2'];

/** The names a widget takes on its screen: its own, and of a list or a bar those of its parts. */
export function namesOf(widget: Widget): string[] {
  if (widget.kind === 'notice' || widget.kind === 'call') return []; // their words stand elsewhere
  if (widget.kind === 'tabs') return widget.bar.map(({ id }) => id);
  return widget.kind === 'list' ? [widget.id, ...widget.rows.map(({ id }) => id)] : [widget.id];
}

/** What a widget names exists. */
export function widgetShape(app: PracticeApp, widget: Widget, at: Path, say: Say): void {
  for (const name of namesOf(widget))
    if (takenByScreen.includes(name))
      say(at, 'taken-name', `${name} is a name of words`, 'Call the widget something else.');
  if (widget.kind === 'notice' && !app.messages[widget.message])
    say(at, 'unknown-message', `there is no message ${widget.message}`, 'Declare it under messages.');
  if (isField(widget)) {
    const check = app.validators[widget.check];
    if (!check)
      say(
        at,
        'unknown-validator',
        `no validator ${widget.check}`,
        'Declare it under validators, or name one by check.',
      );
    if (check && (check.kind === 'amount') !== (widget.type === 'amount'))
      say(
        at,
        'wrong-type',
        `${widget.id} is of type ${widget.type}, its validator ${check.kind}`,
        'Give an amount the type amount and a validator that is an amount.',
      );
  }
  if (widget.kind === 'keypad' && digitsOf(app, widget) === undefined)
    say(
      at,
      'wrong-type',
      `${widget.id} does not say how many digits it takes`,
      'Give a keypad a validator of digits, or one that is the same as such a field.',
    );
  if (widget.kind === 'map') spotsShape(widget, at, say);
  if (isChoice(widget) && !widget.options.includes(widget.right))
    say(at, 'unknown-option', `${widget.right} is none of the options`, 'Let right be one of the options.');
  if ((isChoice(widget) || widget.kind === 'pick') && new Set(widget.options).size < widget.options.length)
    say(at, 'twice', `${widget.id} offers an option twice`, 'Offer each option once.');
  if (isChoice(widget) && widget.options.length < 2)
    say(at, 'too-few-options', `${widget.id} offers no choice`, 'Offer at least two options.');
  if (widget.kind === 'pick' && widget.options.length < widget.count)
    say(
      at,
      'too-few-options',
      `${widget.count} of ${widget.options.length} options`,
      'Offer more options, or ask for fewer.',
    );
  if (widget.kind === 'tabs' && !widget.bar.some(({ id }) => id === widget.here))
    say(at, 'unknown-tab', `${widget.here} is no tab of the bar`, 'Let here be one of the tabs.');
}

/** A pin is a target for a finger: on a narrow phone it takes up so many per cent of the map's width and height. */
const pin = { width: 19, height: 25 };

/** Pins stand on the map and apart from each other, so that each can be touched. */
function spotsShape({ id, spots }: WidgetOf<'map'>, at: Path, say: Say): void {
  const all = Object.entries(spots);
  all.forEach(([name, [x, y]], index) => {
    if (x < pin.width / 2 || x > 100 - pin.width / 2 || y < pin.height / 2 || y > 100 - pin.height / 2)
      say(
        at,
        'spot-off-map',
        `the pin ${name} of ${id} does not stand on the map`,
        `Keep x between ${pin.width / 2} and ${100 - pin.width / 2}, y between ${pin.height / 2} and ${100 - pin.height / 2}.`,
      );
    for (const [other, [otherX, otherY]] of all.slice(index + 1))
      if (Math.abs(x - otherX) < pin.width && Math.abs(y - otherY) < pin.height)
        say(
          at,
          'spots-too-near',
          `the pins ${name} and ${other} of ${id} cover each other`,
          `Let them stand ${pin.width} apart across or ${pin.height} down.`,
        );
  });
}
