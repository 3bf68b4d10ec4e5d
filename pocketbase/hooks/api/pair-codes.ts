import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import type { PairCodeResponse } from '$lib/sync/protocol';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { codeMinutes, mintCode } from './codes';
import { Refusal } from './refusal';
import { reply } from './reply';

const schema = v.strictObject({ house: idSchema });

/** POST /api/v1/pair-codes: an installer or coordinator of the house gets a code to type into a kiosk. */
export function pairCodes(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const { house } = bodyOf(e, smallBody, schema);
  const roles = asker.roles.get(house) ?? [];
  if (!roles.includes('installer') && !roles.includes('coordinator')) throw new Refusal('not-allowed');
  const answer: PairCodeResponse = mintCode($app, house, codeMinutes);
  reply(e, 200, answer);
}
