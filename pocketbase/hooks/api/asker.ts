import { deviceById } from '../devices/find';
import { namedIn, tokenOf } from '../devices/token';
import { deviceSender, staffSender, type Sender } from '../ledger/sender';
import { Refusal } from './refusal';

/** Who asks, by the token of the request; what they may do is read from the database anew. */
export function askerOf(e: core.RequestEvent): Sender {
  const record = e.auth;
  const collection = record?.collection().name;
  if (record && collection === 'staff') {
    if (ownAccountOf(e).getInt('due') !== 0) throw new Refusal('change-password');
    return staffSender($app, record.id);
  }
  if (record && collection === 'devices') {
    if (record.getBool('revoked')) throw new Refusal('revoked');
    return deviceSender(record.id, record.getString('house'));
  }
  if (isRevoked(e)) throw new Refusal('revoked');
  throw new Refusal('not-signed-in');
}

/** Who asks for something to take home; a device that was told to leave gets nothing any more. */
export function readerOf(e: core.RequestEvent): Sender {
  const asker = askerOf(e);
  if (asker.device && e.auth?.getBool('leaving')) throw new Refusal('leaving');
  return asker;
}

/** The record of the member of staff who asks; devices may not. */
export function staffOf(e: core.RequestEvent): core.Record {
  const asker = askerOf(e);
  if (asker.device || !e.auth) throw new Refusal('not-allowed');
  return e.auth;
}

/**
 * The account of the member of staff who asks, also with a one-time password, which is good for what concerns the account
 * itself and for nothing else: everything besides asks `askerOf`. Devices may not.
 */
export function ownAccountOf(e: core.RequestEvent): core.Record {
  const record = e.auth;
  if (!record || record.collection().name !== 'staff') {
    askerOf(e); // says why nobody is known
    throw new Refusal('not-allowed');
  }
  if (!mayEnter(record)) throw new Refusal('not-signed-in');
  return record;
}

/** False for an account that is closed, and for a one-time password that nobody changed in time. */
export function mayEnter(account: core.Record): boolean {
  const due = account.getInt('due');
  return !account.getBool('closed') && (due === 0 || due > Date.now());
}

/**
 * Revoking a device voids its token; so that the kiosk can say why, the token's name is looked up unchecked, also where it
 * has run out besides.
 */
function isRevoked(e: core.RequestEvent): boolean {
  const named = namedIn(tokenOf(e));
  return named !== '' && (deviceById(named)?.getBool('revoked') ?? false);
}
