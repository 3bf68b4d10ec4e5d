import { inputs, outcomes, slipsOf } from '../inputs';
import type { Content } from '../parse';
import type { PracticeApp, Screen } from '../schema/app';
import type { Outcome } from '../schema/outcome';
import type { Path, Violation } from '../violation';
import { checkpointsShape } from './app-checkpoints';
import { guardsShape } from './app-guards';
import { messagesShape, validatorsShape } from './app-lists';
import { valuesShape } from './app-values';
import { namesOf, widgetShape } from './app-widgets';
import { outcomeShape } from './outcome-shape';
import type { Say } from './say';

/** Words of an app already have these names. */
const takenByApp = ['title', 'card', 'message', 'call', 'tabs'];

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
    valuesShape(app, say);
    guardsShape(app, say);
    checkpointsShape(app, say);
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
    for (const name of namesOf(widget)) {
      if (seen.has(name))
        say(here, 'twice', `${name} stands twice on ${id}`, 'Give each widget of a screen its own name.');
      seen.add(name);
    }
    widgetShape(app, widget, here, say);
  });
  for (const [outcome, path] of outcomesAt(screen, at)) outcomeShape(app, id, screen, outcome, path, say);
  for (const message of screen.arrives)
    if (!app.messages[message])
      say(
        [...at, 'arrives'],
        'unknown-message',
        `there is no message ${message}`,
        'Declare it under messages.',
      );
  slipsShape(id, screen, say);
  for (const input of inputs(screen))
    if (!outcomes(screen).some(([, { when }]) => when.includes(input.id)))
      say(
        at,
        'unasked-field',
        `nothing on ${id} needs ${input.id}`,
        'Name it in the when of a button, or take it out.',
      );
}

/** Every outcome of a screen, and where it stands. */
function outcomesAt(screen: Screen, at: Path): [Outcome, Path][] {
  return [
    ...screen.shows.flatMap((widget, index): [Outcome, Path][] => {
      const here = [...at, 'shows', index];
      if (widget.kind === 'list') return widget.rows.map((row, place) => [row, [...here, 'rows', place]]);
      if (widget.kind === 'tabs')
        return widget.bar.flatMap((tab, place): [Outcome, Path][] =>
          tab.id === widget.here ? [] : [[tab, [...here, 'bar', place]]],
        );
      return 'when' in widget ? [[widget, here]] : [];
    }),
    ...Object.entries(screen.time).map(([name, outcome]): [Outcome, Path] => [
      outcome,
      [...at, 'time', name],
    ]),
  ];
}

/** Each wrong control has its own slip, so that its words can say what was wrong. */
function slipsShape(id: string, screen: Screen, say: Say): void {
  const slips = outcomes(screen).flatMap(([, outcome]) => slipsOf(outcome).map(({ slip }) => slip));
  for (const slip of slips)
    if (slips.indexOf(slip) !== slips.lastIndexOf(slip) || inputs(screen).some((input) => input.id === slip))
      say(
        ['screens', id],
        'twice',
        `${slip} names two slips of ${id}`,
        'Give each wrong control its own slip, not the name of a field.',
      );
}
