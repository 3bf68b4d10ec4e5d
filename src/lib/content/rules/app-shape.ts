import { inputs, outcomes } from '../inputs';
import type { Content } from '../parse';
import type { PracticeApp, Screen } from '../schema/app';
import type { Path, Violation } from '../violation';
import { messagesShape, validatorsShape } from './app-lists';
import { outcomeShape } from './outcome-shape';
import type { Say } from './say';

/** Words of a screen already have these names. */
const takenByScreen = ['title', 'slip', 'time', 'hint1', 'hint2'];
/** Words of an app already have these names. */
const takenByApp = ['title', 'card', 'message'];

/** Everything an app names exists, once, and is of use. Run before an app becomes a machine. */
export function appShape(content: Content): Violation[] {
  return Object.values(content.apps).flatMap(({ value: app, source }) => {
    const found: Violation[] = [];
    const say: Say = (...what) => found.push(source.violation(...what));
    if (!app.screens[app.start])
      say(['start'], 'unknown-screen', `there is no screen ${app.start}`, 'Start at a screen of this app.');
    for (const [id, screen] of Object.entries(app.screens)) screenShape(app, id, screen, say);
    validatorsShape(app, say);
    messagesShape(app, say);
    return found;
  });
}

function screenShape(app: PracticeApp, id: string, screen: Screen, say: Say): void {
  const at: Path = ['screens', id];
  if (takenByApp.includes(id))
    say(at, 'taken-name', `${id} is a name of words`, 'Call the screen something else.');
  const seen = new Set<string>();
  screen.shows.forEach((widget, index) => {
    const here = [...at, 'shows', index];
    if (takenByScreen.includes(widget.id))
      say(here, 'taken-name', `${widget.id} is a name of words`, 'Call the widget something else.');
    if (widget.kind !== 'notice' && seen.has(widget.id))
      say(here, 'twice', `${widget.id} stands twice on ${id}`, 'Give each widget of a screen its own name.');
    if (widget.kind !== 'notice') seen.add(widget.id);
    if (widget.kind === 'notice' && !app.messages[widget.message])
      say(here, 'unknown-message', `there is no message ${widget.message}`, 'Declare it under messages.');
    if (widget.kind === 'field' && !app.validators[widget.check])
      say(
        here,
        'unknown-validator',
        `no validator ${widget.check}`,
        'Declare it under validators, or name one by check.',
      );
    if (widget.kind === 'choice') {
      if (!widget.options.includes(widget.right))
        say(
          here,
          'unknown-option',
          `${widget.right} is none of the options`,
          'Let right be one of the options.',
        );
      const { shownFor } = widget;
      const lists = Object.values(app.screens).flatMap((one) => inputs(one));
      if (
        shownFor &&
        !lists.some(
          (list) =>
            list.id === shownFor.list && list.kind === 'pick' && list.options.includes(shownFor.option),
        )
      )
        say(
          here,
          'unknown-option',
          `no list ${shownFor.list} offers ${shownFor.option}`,
          'Write for: list.option of a pick.',
        );
    }
    if (widget.kind === 'pick' && widget.options.length < widget.count)
      say(
        here,
        'too-few-options',
        `${widget.count} of ${widget.options.length} options`,
        'Offer more options, or ask for fewer.',
      );
    if (widget.kind === 'button' || widget.kind === 'dialog') outcomeShape(app, screen, widget, here, say);
  });
  for (const [name, outcome] of Object.entries(screen.time))
    outcomeShape(app, screen, outcome, [...at, 'time', name], say);
  for (const message of screen.arrives)
    if (!app.messages[message])
      say(
        [...at, 'arrives'],
        'unknown-message',
        `there is no message ${message}`,
        'Declare it under messages.',
      );
  const slips = outcomes(screen).flatMap(([, { slip }]) => (slip ? [slip] : []));
  for (const slip of slips)
    if (slips.indexOf(slip) !== slips.lastIndexOf(slip) || inputs(screen).some((input) => input.id === slip))
      say(
        at,
        'twice',
        `${slip} names two slips of ${id}`,
        'Give each wrong control its own slip, not the name of a field.',
      );
  for (const input of inputs(screen))
    if (!outcomes(screen).some(([, { when }]) => when.includes(input.id)))
      say(
        at,
        'unasked-field',
        `nothing on ${id} needs ${input.id}`,
        'Name it in the when of a button, or take it out.',
      );
}
