import { inputs, isField, outcomes } from '../inputs';
import type { PracticeApp } from '../schema/app';
import type { Path } from '../violation';
import type { Say } from './say';

/** Every validator is used, and what it refers to exists. */
export function validatorsShape(app: PracticeApp, say: Say): void {
  const fields = Object.values(app.screens).flatMap((screen) => inputs(screen).filter(isField));
  for (const [id, check] of Object.entries(app.validators)) {
    const at: Path = ['validators', id];
    if (!fields.some((field) => field.check === id))
      say(at, 'unused', `no field uses the validator ${id}`, 'Use it, or take it out.');
    if (check.kind === 'same' && !fields.some((field) => field.id === check.field))
      say(at, 'unknown-field', `there is no field ${check.field}`, 'Name a field of this app.');
  }
}

/** Every message arrives somewhere and is shown somewhere. */
export function messagesShape(app: PracticeApp, say: Say): void {
  const screens = Object.values(app.screens);
  for (const id of Object.keys(app.messages)) {
    const arrives = screens.some(
      (screen) =>
        screen.arrives.includes(id) ||
        outcomes(screen).some(([, outcome]) =>
          [outcome, ...outcome.cases].some(({ send }) => send.includes(id)),
        ),
    );
    if (
      !arrives ||
      !screens.some(({ shows }) => shows.some((one) => one.kind === 'notice' && one.message === id))
    )
      say(
        ['messages', id],
        'unused',
        `the message ${id} never arrives or is never shown`,
        'Let a screen send and show it.',
      );
  }
}
