import { inputs, isNothing } from '../inputs';
import type { PracticeApp, Screen } from '../schema/app';
import type { Outcome, Result } from '../schema/outcome';
import type { Path } from '../violation';
import type { Say } from './say';

/** What a press or a time names exists, and something comes of it. */
export function outcomeShape(
  app: PracticeApp,
  id: string,
  screen: Screen,
  outcome: Outcome,
  at: Path,
  say: Say,
): void {
  for (const field of outcome.when)
    if (!inputs(screen).some((input) => input.id === field))
      say(
        [...at, 'when'],
        'unknown-field',
        `${field} is not on this screen`,
        'Name fields and lists of the same screen.',
      );
  resultShape(app, outcome, at, say);
  if (!outcome.cases.length && isNothing(outcome, id))
    say(at, 'does-nothing', 'nothing comes of it', 'Give it go, send, set, clear or slip.');
  outcome.cases.forEach((one, index) => {
    const here = [...at, 'cases', index];
    resultShape(app, one, here, say);
    if (isNothing(one, id))
      say(here, 'does-nothing', 'nothing comes of this case', 'Give it go, send, set, clear or slip.');
  });
}

function resultShape(app: PracticeApp, result: Result, at: Path, say: Say): void {
  const { go, clear, send, slip, misconception } = result;
  if (go !== undefined && !app.screens[go])
    say([...at, 'go'], 'unknown-screen', `there is no screen ${go}`, 'Go to a screen of this app.');
  for (const field of clear)
    if (!Object.values(app.screens).some((one) => inputs(one).some((input) => input.id === field)))
      say(
        [...at, 'clear'],
        'unknown-field',
        `there is no field ${field}`,
        'Name a field or list of this app.',
      );
  for (const message of send)
    if (!app.messages[message])
      say([...at, 'send'], 'unknown-message', `there is no message ${message}`, 'Declare it under messages.');
  if (misconception && !slip)
    say(
      at,
      'misconception-without-slip',
      `${misconception} belongs to no slip`,
      'Name the slip, or take it out.',
    );
}
