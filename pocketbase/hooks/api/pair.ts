import { pairRequestSchema } from '$lib/sync/device-token';
import type { PairResponse } from '$lib/sync/protocol';
import { deviceById } from '../devices/find';
import { isPublicKey } from '../devices/key';
import { writeThrough } from '../ledger/durable';
import { sealingKey } from '../sealing/key';
import { bodyOf, smallBody } from './body';
import { spendCode } from './codes';
import { Refusal } from './refusal';
import { reply } from './reply';

/** POST /api/v1/pair: trades a one-time code for the device's own token, and keeps its key, by which it gets the next. */
export function pair(e: core.RequestEvent): void {
  const { code, device, publicKey } = bodyOf(e, smallBody, pairRequestSchema);
  if (!isPublicKey(publicKey)) throw new Refusal('bad-request');
  writeThrough($app); // a kiosk that was told its token keeps it over a power cut
  const known = deviceById(device);
  const found = spendCode($app, code, (house) => !known || known.getString('house') === house);
  if (!found) throw new Refusal('wrong-code');
  // Into another house a device must come with a new id; the code stays good for it.
  if (!found.spent) throw new Refusal('not-allowed');
  const { house } = found;
  const record = withNewKeys(known ?? blank(device, house), publicKey);
  const answer: PairResponse = {
    token: record.newAuthToken(),
    device,
    house: { id: house, name: $app.findRecordById('houses', house).getString('name') },
    sealingKey: sealingKey($app),
  };
  reply(e, 200, answer);
}

/** Tokens that the device had before are void, and so is the key that it had. */
function withNewKeys(record: core.Record, publicKey: string): core.Record {
  record.set('publicKey', publicKey);
  record.set('revoked', false);
  record.set('leaving', false);
  record.refreshTokenKey();
  $app.save(record);
  return record;
}

function blank(device: string, house: string): core.Record {
  const record = new Record($app.findCollectionByNameOrId('devices'));
  record.set('id', device);
  record.set('house', house);
  record.set('kind', 'kiosk');
  record.setRandomPassword(); // nobody signs in as a device
  return record;
}
