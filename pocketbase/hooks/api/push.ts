import { pushRequestSchema } from '$lib/sync/protocol';
import { take } from '../ledger/take';
import { askerOf } from './asker';
import { bodyOf, pushBody } from './body';
import { reply } from './reply';
import { noteSeen } from './seen';

/** POST /api/v1/sync/push: takes custody of a batch of events. */
export function push(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const answer = take($app, asker, bodyOf(e, pushBody, pushRequestSchema));
  noteSeen($app, asker);
  reply(e, 200, answer);
}
