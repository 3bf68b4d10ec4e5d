import { passwordFault } from '$lib/access/password';
import type { FirstSignInResponse } from '$lib/sync/protocol';
import { passwordChangeSchema } from '$lib/sync/staff';
import { writeThrough } from '../ledger/durable';
import { setPassword } from '../staff/account';
import { noteAct } from '../staff/acts';
import { ownAccountOf } from './asker';
import { bodyOf, smallBody } from './body';
import { knownAs } from './known';
import { countTry, forgetTries, takeBackTry } from './lockout';
import { Refusal } from './refusal';
import { reply } from './reply';
import { accountLock, roomLock, signedIn } from './sign-in';

/**
 * POST /api/v1/me/password: changes one's own password, also a one-time one, which opens nothing else. Whoever has
 * only the token of a tablet has no more tries at the password than at the door.
 */
export function changePassword(e: core.RequestEvent): void {
  const record = ownAccountOf(e);
  const { old, new: chosen, device } = bodyOf(e, smallBody, passwordChangeSchema);
  const username = record.getString('username');
  if (record.getBool('demo')) throw new Refusal('not-allowed'); // its password is printed in public, and stays so
  if (passwordFault(chosen, username, old)) throw new Refusal('weak-password');
  const account = accountLock(username);
  const room = roomLock(device);
  countTry($app, [account, room]);
  if (!record.validatePassword(old)) throw new Refusal('wrong-sign-in');
  forgetTries($app, account);
  takeBackTry($app, room);
  const changed = onceMore(record, (tx, now) => {
    setPassword(tx, now, { password: chosen, due: 0 });
    noteAct(tx.db(), { act: 'password', actor: now.id, whom: now.id }, []);
  });
  const answer: FirstSignInResponse = {
    ...signedIn(changed),
    known: knownAs(username, device),
    mustChange: false,
  };
  reply(e, 200, answer);
}

/** POST /api/v1/me/sign-out: every token of the account is void at once, this one too, wherever it is. */
export function signOutEverywhere(e: core.RequestEvent): void {
  const record = ownAccountOf(e);
  onceMore(record, (tx, now) => {
    now.refreshTokenKey();
    tx.save(now);
    noteAct(tx.db(), { act: 'sign-out', actor: now.id, whom: now.id }, []);
  });
  reply(e, 200, { now: new Date().toISOString() });
}

/**
 * Changes an account as it is by now, in one transaction and on the disk. Somebody may have given it another password,
 * or closed it, since the request was let in: then its token counts no more.
 */
function onceMore(record: core.Record, act: (tx: CoreApp, now: core.Record) => void): core.Record {
  let changed: core.Record | null = null;
  writeThrough($app); // what is said to be done stays done, whatever happens to the power
  $app.runInTransaction((tx) => {
    const now = tx.findRecordById('staff', record.id);
    if (now.tokenKey() !== record.tokenKey()) return;
    act(tx, now);
    changed = now;
  });
  if (!changed) throw new Refusal('not-signed-in');
  return changed;
}
