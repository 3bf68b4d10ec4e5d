import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import {
  deviceChangeSchema,
  type DeviceChange,
  type DevicesResponse,
  type HouseDevice,
} from '$lib/sync/protocol';
import { lastGood } from '../backup/safe';
import { deviceById } from '../devices/find';
import { writeThrough } from '../ledger/durable';
import { readRows } from '../ledger/sql';
import { call } from '../realtime/poke';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { reply } from './reply';

const querySchema = v.strictObject({ house: idSchema });

/** GET /api/v1/devices: the devices of a house, the newest first, for those who look after them. */
export function devices(e: core.RequestEvent): void {
  const query = v.safeParse(querySchema, queryOf(e.request?.url?.rawQuery ?? '', ['house']));
  const asker = askerOf(e);
  if (!query.success) throw new Refusal('bad-request');
  mayLookAfter(asker.roles.get(query.output.house));
  reply(e, 200, listOf(query.output.house));
}

/** POST /api/v1/devices: changes how a device of the house stands; effective with its next request. */
export function changeDevice(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const change = bodyOf(e, smallBody, deviceChangeSchema);
  mayLookAfter(asker.roles.get(change.house));
  writeThrough($app); // what is said to be done stays done, whatever happens to the power
  apply(change);
  if (change.does !== 'name') call($app, change.device, change.house);
  reply(e, 200, listOf(change.house));
}

function mayLookAfter(roles: readonly string[] = []): void {
  if (!roles.includes('installer') && !roles.includes('coordinator')) throw new Refusal('not-allowed');
}

function apply(change: DeviceChange): void {
  const record = deviceOf(change.house, change.device);
  if (change.does === 'name') record.set('name', change.name);
  else if (change.does === 'cut-off') record.set('revoked', true);
  // Who is gone has handed over already, or is not believed any more: only a new pairing brings it back.
  else if (record.getBool('revoked')) throw new Refusal('not-allowed');
  else record.set('leaving', change.does === 'leave');
  $app.save(record);
}

function deviceOf(house: string, id: string): core.Record {
  const record = deviceById(id);
  if (record?.getString('house') === house) return record;
  throw new Refusal('not-found'); // where there is none as where it is of another house
}

function listOf(house: string): DevicesResponse {
  const found = readRows<HouseDevice>(
    $app.db(),
    `SELECT json_object('id', id, 'name', name, 'paired', replace(created, ' ', 'T'), 'seen', seen,
       'state', iif(revoked, 'gone', iif(leaving, 'leaving', 'here'))) AS row
     FROM devices WHERE house = {:house} ORDER BY created DESC, id`,
    { house },
  );
  return { devices: found, backup: lastGood($app.db()), now: new Date().toISOString() };
}
