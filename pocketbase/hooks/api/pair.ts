import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import type { PairResponse } from '$lib/sync/protocol';
import { bodyOf } from './body';
import { spendCode } from './codes';
import { Refusal } from './refusal';

const schema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(20)), device: idSchema });

/** POST /api/v1/pair: trades a one-time code for the device's own token of 400 days. */
export function pair(e: core.RequestEvent): void {
  const { code, device } = bodyOf(e, schema);
  const house = spendCode($app, code);
  if (!house) throw new Refusal('wrong-code');
  const record = deviceOf(device, house);
  const answer: PairResponse = {
    token: record.newAuthToken(),
    device,
    house: { id: house, name: $app.findRecordById('houses', house).getString('name') },
  };
  e.json(200, answer);
}

/** Pairing again within its house gives a device new keys; into another house it must come with a new id. */
function deviceOf(device: string, house: string): core.Record {
  const record = known(device) ?? blank(device, house);
  if (record.getString('house') !== house) throw new Refusal('not-allowed');
  record.set('revoked', false);
  record.refreshTokenKey();
  $app.save(record);
  return record;
}

function known(device: string): core.Record | null {
  try {
    return $app.findRecordById('devices', device);
  } catch {
    return null; // no such row
  }
}

function blank(device: string, house: string): core.Record {
  const record = new Record($app.findCollectionByNameOrId('devices'));
  record.set('id', device);
  record.set('house', house);
  record.set('kind', 'kiosk');
  record.setRandomPassword(); // nobody signs in as a device
  return record;
}
