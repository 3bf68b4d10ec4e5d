import * as v from 'valibot';
import { classBoard } from '$lib/classes/boards';
import { idSchema } from '$lib/ledger/event';
import { boardOfHouse, classParts } from '../ledger/boards';
import { readerOf } from './asker';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { reply } from './reply';

const ofClass = v.strictObject({ house: idSchema, session: idSchema });
const ofHouse = v.strictObject({ house: idSchema });

/** GET /api/v1/boards/class: one class at a glance, for the trainers and coordinators of its house. */
export function boardOfClass(e: core.RequestEvent): void {
  const { house, session } = asked(e, ofClass, ['house', 'session']);
  const parts = classParts($app.db(), house, session);
  if (!parts) throw new Refusal('not-found');
  reply(e, 200, { ...classBoard(parts), now: new Date().toISOString() });
}

/** GET /api/v1/boards/house: a house at a glance, for its trainers and coordinators. */
export function boardOfTheHouse(e: core.RequestEvent): void {
  const { house } = asked(e, ofHouse, ['house']);
  const now = Date.now();
  reply(e, 200, { ...boardOfHouse($app.db(), house, now), now: new Date(now).toISOString() });
}

/** What somebody asks for who may; refuses whoever knows nobody of the house. */
function asked<Schema extends v.GenericSchema<unknown, { house: string }>>(
  e: core.RequestEvent,
  schema: Schema,
  names: string[],
): v.InferOutput<Schema> {
  const asker = readerOf(e);
  const query = v.safeParse(schema, queryOf(e.request?.url?.rawQuery ?? '', names));
  if (!query.success) throw new Refusal('bad-request');
  const roles = asker.roles.get(query.output.house) ?? [];
  if (!roles.includes('trainer') && !roles.includes('coordinator')) throw new Refusal('not-allowed');
  return query.output;
}
