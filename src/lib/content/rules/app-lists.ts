import { inputs, outcomes } from '../inputs';
import type { PracticeApp } from '../schema/app';
import type { Path } from '../violation';
import type { Say } from './say';

/** Every validator is used, and what it refers to exists. */
export function validatorsShape(app: PracticeApp, say: Say): void {
  const fields = Object.values(app.screens).flatMap((screen) => inputs(screen));
  for (const [id, check] of Object.entries(app.validators)) {
    const at: Path = ['validators', id];
    if (!fields.some((input) => input.kind === 'field' && input.check === id))
      say(at, 'unused', `no field uses the validator ${id}`, 'Use it, or take it out.');
    if (check.kind === 'same' && !fields.some((input) => input.kind === 'field' && input.id === check.field))
      say(at, 'unknown-field', `there is no field ${check.field}`, 'Name a field of this app.');
    const reference = check.kind === 'digits' ? check.equals : check.kind === 'password' ? check.suggest : '';
    const [from, message = '', name = ''] = reference.split('.');
    if (from === 'message' && app.messages[message]?.[name] === undefined)
      say(at, 'unknown-message', `no message has ${reference}`, 'Declare the value under messages.');
  }
}

/** Every message arrives somewhere and is shown somewhere. */
export function messagesShape(app: PracticeApp, say: Say): void {
  const screens = Object.values(app.screens);
  for (const id of Object.keys(app.messages)) {
    const arrives = screens.some(
      (screen) => screen.arrives.includes(id) || outcomes(screen).some(([, { send }]) => send.includes(id)),
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
