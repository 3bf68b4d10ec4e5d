import * as v from 'valibot';
import {
  fleetQuerySchema,
  seenSchema,
  type FleetAlert,
  type FleetResponse,
  type LinkResponse,
} from '$lib/sync/fleet';
import { mayBegin } from '$lib/fleet/alerts';
import { standingOf } from '$lib/fleet/standing';
import { alertOf, alertsOf, noteAlertSeen } from '../fleet/alerts';
import { devicesOf } from '../fleet/devices';
import { housesSetUp } from '../fleet/houses';
import { linkOf, recentLinks, weeklyLinks } from '../fleet/links';
import type { Sender } from '../ledger/sender';
import { askerOf, staffOf } from './asker';
import { bodyOf, smallBody } from './body';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { reply } from './reply';

/** GET /api/v1/fleet: how the devices of a house are, or of all whose devices somebody looks after. */
export function fleet(e: core.RequestEvent): void {
  const asked = housesAsked(e);
  const db = $app.db();
  const now = Date.now();
  const houses = housesSetUp(db, asked);
  const hours = new Map(houses.map(({ id, settings }) => [id, settings.hours]));
  const links = recentLinks(db, asked, now);
  const none = { days: [], link: { beats: 0, failures: 0, p50: null, p95: null, speed: null } };
  reply(e, 200, {
    houses: houses.map((one) => ({ ...one, open: mayBegin(now, one.settings.hours) })),
    devices: devicesOf(db, asked).map(({ heard, ...device }) => ({
      ...device,
      standing: standingOf(heard?.last ?? null, now, hours.get(device.house) ?? []),
      at: heard ? new Date(heard.last).toISOString() : '',
      beat: heard?.beat ?? null,
      ...(links.get(linkOf(device.house, device.id)) ?? none),
    })),
    alerts: alertsOf(db, asked),
    now: new Date(now).toISOString(),
  } satisfies FleetResponse);
}

/** GET /api/v1/fleet/link: the lines of the same houses, week by week. */
export function fleetLink(e: core.RequestEvent): void {
  const asked = housesAsked(e);
  const now = Date.now();
  const weeks = weeklyLinks($app.db(), asked, now);
  reply(e, 200, { weeks, now: new Date(now).toISOString() } satisfies LinkResponse);
}

/** POST /api/v1/fleet/seen: somebody says that they have seen an alert. */
export function fleetSeen(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const { house, alert } = bodyOf(e, smallBody, seenSchema);
  if (!caredFor(asker).includes(house)) throw new Refusal('not-allowed');
  if (!alertOf($app.db(), alert, house)) throw new Refusal('not-found');
  noteAlertSeen($app.nonconcurrentDB(), alert, staffOf(e).id, Date.now());
  reply(e, 200, alertOf($app.db(), alert, house) satisfies FleetAlert | undefined);
}

/** The house that is asked about, or all that may be; refuses where somebody looks after none. */
function housesAsked(e: core.RequestEvent): string[] {
  const asker = askerOf(e);
  const query = v.safeParse(fleetQuerySchema, queryOf(e.request?.url?.rawQuery ?? '', ['house']));
  if (!query.success) throw new Refusal('bad-request');
  const houses = caredFor(asker);
  const { house } = query.output;
  if (houses.length === 0 || (house !== undefined && !houses.includes(house)))
    throw new Refusal('not-allowed');
  return house === undefined ? houses : [house];
}

/** The houses whose devices somebody looks after. */
function caredFor({ roles }: Sender): string[] {
  return [...roles]
    .filter(([, held]) => held.includes('installer') || held.includes('coordinator'))
    .map(([house]) => house);
}
