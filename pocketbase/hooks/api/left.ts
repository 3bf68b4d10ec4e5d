import { leftRequestSchema, type LeftResponse } from '$lib/sync/protocol';
import { holds } from '../ledger/chain';
import { writeThrough } from '../ledger/durable';
import { epochOf } from '../ledger/epoch';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { Refusal } from './refusal';
import { reply } from './reply';

/**
 * POST /api/v1/devices/left: a device that was told to leave has handed over what it held; its token is void from now
 * on. Not where this server was restored from a backup meanwhile: then it holds less than the device was told.
 */
export function left(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const { epoch, marks } = bodyOf(e, smallBody, leftRequestSchema);
  const record = e.auth;
  if (!asker.device || !record?.getBool('leaving')) throw new Refusal('not-allowed');
  const now = epochOf($app);
  const mark = marks[asker.home];
  const forked =
    (epoch !== undefined && epoch !== now) || (mark !== undefined && !holds($app.db(), asker.home, mark));
  if (!forked) {
    record.set('revoked', true);
    writeThrough($app); // the device forgets its token on this answer
    $app.save(record);
  }
  reply(e, 200, { epoch: now, forked, now: new Date().toISOString() } satisfies LeftResponse);
}
