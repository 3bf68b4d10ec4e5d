import * as v from 'valibot';
import {
  staffChangeSchema,
  staffQuerySchema,
  type StaffChangeResponse,
  type StaffQuery,
  type StaffResponse,
} from '$lib/sync/staff';
import { actsOf } from '../staff/acts';
import { changeStaff } from '../staff/change';
import { coordinatedBy, peopleOf } from '../staff/people';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { reply } from './reply';

/** Lines of what was done that come with the answer to a change. */
const newest = 20;

/** GET /api/v1/staff: who works and worked in a house and what was done about them, for its coordinators. */
export function staff(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const query = v.safeParse(
    staffQuerySchema,
    queryOf(e.request?.url?.rawQuery ?? '', ['house', 'after', 'limit']),
  );
  if (!query.success) throw new Refusal('bad-request');
  if (!asker.roles.get(query.output.house)?.includes('coordinator')) throw new Refusal('not-allowed');
  reply(e, 200, listOf(asker.id, query.output));
}

/** POST /api/v1/staff: changes who works in a house, and as what; effective with their next request. */
export function changeStaffOf(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const change = bodyOf(e, smallBody, staffChangeSchema);
  const changed = changeStaff($app, asker.id, change);
  if ('refused' in changed) throw new Refusal(changed.refused);
  const answer: StaffChangeResponse = {
    ...listOf(asker.id, { house: change.house, limit: newest }),
    told: changed.told,
  };
  reply(e, 200, answer);
}

function listOf(asker: string, query: StaffQuery): StaffResponse {
  const db = $app.db();
  return {
    people: peopleOf(db, query.house, coordinatedBy(db, asker)),
    ...actsOf(db, query),
    now: new Date().toISOString(),
  };
}
