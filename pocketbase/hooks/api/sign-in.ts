import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import type { FirstSignInResponse, SignInResponse } from '$lib/sync/protocol';
import { ofOneDevice, ofOnePerson } from '$lib/access/lockout';
import { membershipsOf } from '../ledger/sender';
import { utf8Bytes } from '../ledger/bytes';
import { accountOf } from './account';
import { mayEnter } from './asker';
import { bodyOf, smallBody } from './body';
import { isKnown, knownAs } from './known';
import { countTry, forgetTries, takeBackTry, type Lock } from './lockout';
import { isFromThisMachine } from './loopback';
import { Refusal } from './refusal';
import { reply } from './reply';

const schema = v.strictObject({
  username: v.pipe(v.string(), v.maxLength(60)),
  password: v.pipe(
    v.string(),
    v.minLength(1),
    v.normalize(), // as it was when it was chosen, whatever the keyboard makes of it
    v.check((text) => utf8Bytes(text) <= 71), // bcrypt reads no further
  ),
  device: v.optional(idSchema),
  known: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

/** POST /api/v1/sign-in: a name and a password for a token of 30 days. */
export function signIn(e: core.RequestEvent): void {
  const { password, device = '', known = '', ...typed } = bodyOf(e, smallBody, schema);
  const username = typed.username.trim().toLowerCase();
  const account = accountLock(username, isKnown(username, device, known) ? device : '');
  const room = device === '' ? [] : [roomLock(device)];
  countTry($app, [account, ...room]);
  const record = accountOf($app, username);
  if (!record) {
    spendAsLong(password);
    throw new Refusal('wrong-sign-in');
  }
  if (!record.validatePassword(password)) throw new Refusal('wrong-sign-in');
  // The demo's password is printed in public.
  if (record.getBool('demo') && !isFromThisMachine(e)) throw new Refusal('wrong-sign-in');
  if (!mayEnter(record)) throw new Refusal('wrong-sign-in'); // nobody is told that an account is closed
  forgetTries($app, account);
  for (const lock of room) takeBackTry($app, lock);
  const answer: FirstSignInResponse = {
    ...signedIn(record),
    known: device === '' ? '' : knownAs(username, device),
    mustChange: record.getInt('due') !== 0,
  };
  reply(e, 200, answer);
}

/**
 * What is shut where an account's password is guessed at. A device where it was signed in before has tries of its own:
 * nobody can shut somebody out of their own tablet by guessing elsewhere.
 */
export function accountLock(username: string, device = ''): Lock {
  return { on: 'login', of: `${device}|${username}`, leniency: ofOnePerson };
}

/** What is shut where many names are tried on one device. */
export function roomLock(device: string): Lock {
  return { on: 'device', of: device, leniency: ofOneDevice };
}

/** What a member of staff gets who signs in, or comes back with a token. */
export function signedIn(record: core.Record): SignInResponse {
  return {
    token: record.newAuthToken(),
    staff: { id: record.id, name: record.getString('name'), username: record.getString('username') },
    memberships: membershipsOf($app, record.id),
  };
}

/** Hashing costs what checking costs, so the clock does not tell whether a name exists. */
function spendAsLong(password: string): void {
  new Record($app.findCollectionByNameOrId('staff')).setPassword(password);
}
