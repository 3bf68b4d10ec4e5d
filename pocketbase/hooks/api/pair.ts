import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import type { PairResponse } from '$lib/sync/protocol';
import { writeThrough } from '../ledger/durable';
import { sealingKey } from '../sealing/key';
import { bodyOf, smallBody } from './body';
import { spendCode } from './codes';
import { Refusal } from './refusal';
import { reply } from './reply';

const schema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(20)), device: idSchema });

/** POST /api/v1/pair: trades a one-time code for the device's own token of 400 days. */
export function pair(e: core.RequestEvent): void {
  const { code, device } = bodyOf(e, smallBody, schema);
  writeThrough($app); // a kiosk that was told its token keeps it over a power cut
  const known = knownDevice(device);
  const found = spendCode($app, code, (house) => !known || known.getString('house') === house);
  if (!found) throw new Refusal('wrong-code');
  // Into another house a device must come with a new id; the code stays good for it.
  if (!found.spent) throw new Refusal('not-allowed');
  const { house } = found;
  const record = withNewKeys(known ?? blank(device, house));
  const answer: PairResponse = {
    token: record.newAuthToken(),
    device,
    house: { id: house, name: $app.findRecordById('houses', house).getString('name') },
    sealingKey: sealingKey($app),
  };
  reply(e, 200, answer);
}

/** Tokens that the device had before are void. */
function withNewKeys(record: core.Record): core.Record {
  record.set('revoked', false);
  record.set('leaving', false);
  record.refreshTokenKey();
  $app.save(record);
  return record;
}

function knownDevice(device: string): core.Record | null {
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
