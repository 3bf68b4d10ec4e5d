import { maxPushKeys, pushRequestSchema } from '$lib/sync/protocol';
import { keysOf } from '../ledger/judge-sealed';
import { take } from '../ledger/take';
import { askerOf } from './asker';
import { bodyOf, pushBody } from './body';
import { Refusal } from './refusal';
import { reply } from './reply';
import { noteSeen } from './seen';

/** POST /api/v1/sync/push: takes custody of a batch of events. */
export function push(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const request = bodyOf(e, pushBody, pushRequestSchema);
  if (keysOf(request.rows) > maxPushKeys) throw new Refusal('too-large');
  const answer = take($app, asker, request);
  noteSeen($app, asker);
  reply(e, 200, answer);
}
