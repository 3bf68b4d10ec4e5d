import { pushRequestSchema } from '$lib/sync/protocol';
import { take } from '../ledger/take';
import { askerOf } from './asker';
import { bodyOf, pushBody } from './body';

/** POST /api/v1/sync/push: takes custody of a batch of events. */
export function push(e: core.RequestEvent): void {
  const asker = askerOf(e);
  e.json(200, take($app, asker, bodyOf(e, pushBody, pushRequestSchema)));
}
