import { askerOf } from './asker';
import { Refusal } from './refusal';

/** POST /api/v1/devices/left: a device that was told to leave has handed over what it held; its token is void from now on. */
export function left(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const record = e.auth;
  if (!asker.device || !record?.getBool('leaving')) throw new Refusal('not-allowed');
  record.set('revoked', true);
  $app.save(record);
  e.json(200, { now: new Date().toISOString() });
}
