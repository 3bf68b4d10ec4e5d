import { inputs } from '../inputs';
import type { PracticeApp, Screen } from '../schema/app';
import type { Outcome } from '../schema/widget';
import type { Path } from '../violation';
import type { Say } from './say';

/** What a press or a time names exists, and something comes of it. */
export function outcomeShape(app: PracticeApp, screen: Screen, outcome: Outcome, at: Path, say: Say): void {
  const { go, when, clear, send, slip, misconception } = outcome;
  if (go !== undefined && !app.screens[go])
    say([...at, 'go'], 'unknown-screen', `there is no screen ${go}`, 'Go to a screen of this app.');
  for (const field of when)
    if (!inputs(screen).some((input) => input.id === field))
      say(
        [...at, 'when'],
        'unknown-field',
        `${field} is not on this screen`,
        'Name fields and lists of the same screen.',
      );
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
  if (!go && !slip && !clear.length && !send.length)
    say(at, 'does-nothing', 'nothing comes of it', 'Give it go, send, clear or slip.');
  if (misconception && !slip)
    say(
      at,
      'misconception-without-slip',
      `${misconception} belongs to no slip`,
      'Name the slip, or take it out.',
    );
}
