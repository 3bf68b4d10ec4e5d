import { beatSchema, type BeatResponse } from '$lib/sync/beat';
import { takeBeat } from '../fleet/take-beat';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { Refusal } from './refusal';
import { reply } from './reply';
import { noteSeen } from './seen';

/** POST /api/v1/devices/beat: a kiosk says how it is. Also while it is leaving: until it has, somebody looks after it. */
export function beat(e: core.RequestEvent): void {
  const asker = askerOf(e);
  if (!asker.device) throw new Refusal('not-allowed');
  const told = bodyOf(e, smallBody, beatSchema);
  const now = Date.now();
  if (!takeBeat($app, asker.id, asker.home, told, now)) throw new Refusal('too-many');
  noteSeen($app, asker);
  reply(e, 200, { now: new Date(now).toISOString() } satisfies BeatResponse);
}
