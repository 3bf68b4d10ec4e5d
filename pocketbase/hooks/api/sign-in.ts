import * as v from 'valibot';
import type { SignInResponse } from '$lib/sync/protocol';
import { membershipsOf } from '../ledger/sender';
import { utf8Bytes } from '../ledger/bytes';
import { accountOf } from './account';
import { bodyOf, smallBody } from './body';
import { isFromThisMachine } from './loopback';
import { Refusal } from './refusal';

const schema = v.strictObject({
  username: v.pipe(v.string(), v.maxLength(60)),
  password: v.pipe(
    v.string(),
    v.minLength(1),
    v.check((text) => utf8Bytes(text) <= 71), // bcrypt reads no further
  ),
});

/** POST /api/v1/sign-in: a name and a password for a token of 30 days. */
export function signIn(e: core.RequestEvent): void {
  const { username, password } = bodyOf(e, smallBody, schema);
  const record = accountOf($app, username.trim().toLowerCase());
  if (!record) {
    spendAsLong(password);
    throw new Refusal('wrong-sign-in');
  }
  if (!record.validatePassword(password)) throw new Refusal('wrong-sign-in');
  // The demo's password is printed in public.
  if (record.getBool('demo') && !isFromThisMachine(e)) throw new Refusal('wrong-sign-in');
  e.json(200, signedIn(record));
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
