import * as v from 'valibot';
import { deskRoles } from '$lib/ledger/desk';
import { asideQuerySchema, decideSchema, type AsideResponse, type DecideResponse } from '$lib/sync/desk';
import { decide } from '../ledger/decide';
import { deskOf, openOn, rowOn } from '../ledger/desk';
import type { Sender } from '../ledger/sender';
import { readerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { reply } from './reply';

/** GET /api/v1/aside: what lies on the desk of a house, for those who decide about it. */
export function aside(e: core.RequestEvent): void {
  const asker = readerOf(e);
  const query = queryOf(e.request?.url?.rawQuery ?? '', ['house', 'state', 'after', 'limit']);
  const checked = v.safeParse(asideQuerySchema, query);
  if (!checked.success) throw new Refusal('bad-request');
  mayDecide(asker, checked.output.house);
  const answer: AsideResponse = {
    ...deskOf($app.db(), checked.output, asker.roles),
    open: openOn($app.db(), checked.output.house),
    now: new Date().toISOString(),
  };
  reply(e, 200, answer);
}

/** POST /api/v1/aside/decide: decides about one row on the desk of a house. */
export function decideAside(e: core.RequestEvent): void {
  const asker = readerOf(e);
  const decision = bodyOf(e, smallBody, decideSchema);
  mayDecide(asker, decision.house);
  const outcome = decide($app, asker, decision);
  if (outcome === 'refused') throw new Refusal('not-allowed');
  const row = outcome && rowOn($app.db(), decision.house, decision.id, asker.roles);
  if (!outcome || !row) throw new Refusal('not-found');
  const answer: DecideResponse = { outcome, row };
  reply(e, 200, answer);
}

function mayDecide(asker: Sender, house: string): void {
  if (!asker.roles.get(house)?.some((role) => deskRoles.includes(role))) throw new Refusal('not-allowed');
}
