import { ofOnePerson } from '$lib/access/lockout';
import {
  challengeRequestSchema,
  tokenRequestSchema,
  tokenText,
  type ChallengeResponse,
  type TokenResponse,
} from '$lib/sync/device-token';
import { deviceById } from '../devices/find';
import { isSignedBy } from '../devices/key';
import { isFresh, newNonce } from '../devices/nonce';
import { isOwnToken, tokenOf } from '../devices/token';
import { sealingKey } from '../sealing/key';
import { bodyOf, smallBody } from './body';
import { countTry, forgetTries } from './lockout';
import { Refusal } from './refusal';
import { reply } from './reply';

/** POST /api/v1/devices/challenge: something new to sign. No row is looked at, so the answer tells of no device. */
export function challenge(e: core.RequestEvent): void {
  const { device } = bodyOf(e, smallBody, challengeRequestSchema);
  reply(e, 200, { nonce: newNonce(device) } satisfies ChallengeResponse);
}

/**
 * POST /api/v1/devices/token: a new token for whoever holds the key of a device. Also while it is leaving: it still has to
 * hand over what it holds. Whoever does not hold the key is told the same of every device, also of those that are none.
 */
export function deviceToken(e: core.RequestEvent): void {
  const { device, nonce, signature } = bodyOf(e, smallBody, tokenRequestSchema);
  if (!isFresh(nonce, device)) throw new Refusal('not-signed-in');
  const record = deviceById(device);
  // A kiosk has tries of its own, by its last token: a stranger, who has none, cannot shut it out by guessing in its name.
  const shown = record !== null && isOwnToken(tokenOf(e), record);
  const lock = { on: shown ? 'own key' : 'key', of: device, leniency: ofOnePerson };
  countTry($app, [lock]);
  if (!isRight(record, { device, nonce }, signature) || !record) throw new Refusal('not-signed-in');
  forgetTries($app, lock);
  if (record.getBool('revoked')) throw new Refusal('revoked');
  reply(e, 200, { token: record.newAuthToken(), now: new Date().toISOString() } satisfies TokenResponse);
}

/** Where there is no key, checking against another costs as much: the clock does not tell whether a device exists. */
function isRight(
  record: core.Record | null,
  asked: { device: string; nonce: string },
  signature: string,
): boolean {
  const key = record?.getString('publicKey') ?? '';
  const text = tokenText({ house: record?.getString('house') ?? '', ...asked });
  const right = isSignedBy(key === '' ? sealingKey($app) : key, text, signature);
  return key !== '' && right;
}
