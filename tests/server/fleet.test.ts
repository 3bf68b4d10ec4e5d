import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Beat, BeatResponse } from '$lib/sync/beat';
import type { FleetAlert, FleetResponse, LinkResponse } from '$lib/sync/fleet';
import type { ErrorResponse } from '$lib/sync/protocol';
import { soundBeat } from '../support/beat';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import {
  create,
  furnish,
  hire,
  liftLimits,
  list,
  pairKiosk,
  remove,
  update,
  type Kiosk,
  type World,
} from './world';

let server: Server;
let world: World;
let kiosk: Kiosk;

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const whole = [{ from: 0, to: 1440 }];
const always = [whole, whole, whole, whole, whole, whole, whole];
const never = [[], [], [], [], [], [], []];

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  await setHours(always);
});
afterAll(() => server.stop());
beforeEach(async () => {
  kiosk = await pairKiosk(world.url, world.installer.token, world.houseA);
});

async function setHours(hours: object): Promise<void> {
  const tablet = new Tablet(world.houseA, world.installer.id);
  const said = tablet.write('house.set', { hours, warnAfter: 180 });
  const { results } = await push(world.url, world.installer.token, tablet.id, [said]);
  expect(results).toMatchObject([{ status: 'ok' }]);
}

const beat = (token = kiosk.token, more: Partial<Beat> = {}) =>
  ask<BeatResponse & ErrorResponse>(`${world.url}/api/v1/devices/beat`, {
    token,
    body: { ...soundBeat, ...more },
  });
const look = (token = world.coordinator.token, query = `?house=${world.houseA}`) =>
  ask<FleetResponse & ErrorResponse>(`${world.url}/api/v1/fleet${query}`, { token });
const weeks = (token = world.coordinator.token, query = `?house=${world.houseA}`) =>
  ask<LinkResponse & ErrorResponse>(`${world.url}/api/v1/fleet/link${query}`, { token });
const here = async () => {
  const found = (await look()).body.devices.find(({ id }) => id === kiosk.id);
  if (!found) throw new Error('the kiosk is not listed');
  return found;
};
/** What the superuser changes in the last beat of the kiosk. */
async function age(fields: { at?: number; told?: Beat }): Promise<void> {
  const [row] = await list<{ id: string }>(world.url, world.superuser, 'beats', `device='${kiosk.id}'`);
  await update(world.url, world.superuser, 'beats', row?.id ?? '', fields);
}
/** Has the server look after its fleet, as it does every few minutes; it does so beside the answer, so what it did is polled for. */
async function watch(): Promise<FleetAlert[]> {
  const told = await ask(`${world.url}/api/crons/nhaso-fleet`, { method: 'POST', token: world.superuser });
  expect(told.status).toBe(204);
  return (await look()).body.alerts.filter(({ device }) => device === kiosk.id);
}

describe('a beat', () => {
  it('is taken of a kiosk, which is online from then on, with what it said', async () => {
    expect(await here()).toMatchObject({ standing: 'never', at: '', beat: null });
    const { status, body } = await beat();
    expect(status).toBe(200);
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(minute);
    const told = await here();
    expect(told).toMatchObject({ standing: 'online', beat: soundBeat, link: { beats: 1, failures: 0 } });
    expect(told.days).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    for (const { token } of [world.trainer, world.coordinator, world.installer])
      expect((await beat(token)).body.error.code).toBe('not-allowed');
    expect((await beat('')).body.error.code).toBe('not-signed-in');
  });

  it('is not taken of a kiosk that was cut off', async () => {
    const body = { house: world.houseA, device: kiosk.id, does: 'cut-off' };
    await ask(`${world.url}/api/v1/devices`, { token: world.coordinator.token, body });
    expect((await beat()).body.error.code).toBe('revoked');
  });

  it('takes the place of the one before', async () => {
    await beat();
    await beat(kiosk.token, { screen: 'session', boots: 4 });
    expect((await here()).beat).toMatchObject({ screen: 'session', boots: 4 });
    expect(await list(world.url, world.superuser, 'beats', `device='${kiosk.id}'`)).toHaveLength(1);
  });

  it('is refused where it comes too often, device by device', async () => {
    const answers = [];
    for (let n = 0; n < 13; n++) answers.push((await beat()).status);
    expect(answers).toEqual([...Array<number>(12).fill(200), 429]);
    const other = await pairKiosk(world.url, world.installer.token, world.houseA);
    expect((await beat(other.token)).status).toBe(200);
    await list(world.url, world.superuser, 'beats', `device='${kiosk.id}'`);
    expect((await here()).link.beats).toBe(12);
  });

  it.each([
    ['without a version', { version: '' }],
    ['with a screen that there is not', { screen: 'lesson' as Beat['screen'] }],
    ['with a fault that there is not', { faults: [{ code: 'nguyen' as 'disk', at: 1, until: 2 }] }],
    ['with thousands of measurements', { link: { ...soundBeat.link, rtts: Array<number>(13).fill(1) } }],
    ['with less than nothing waiting', { events: { unsent: -1, stuck: 0, oldest: null } }],
    ['with something more', { person: 'x' } as Partial<Beat>],
  ])('%s is refused and changes nothing', async (_what, more) => {
    await beat();
    expect((await beat(kiosk.token, more)).body.error.code).toBe('bad-request');
    expect((await here()).beat).toEqual(soundBeat);
  });
});

describe('the fleet', () => {
  it('is shown to installers and coordinators, of their houses alone', async () => {
    const other = await hire(world, `coordinator-b-${kiosk.id.slice(0, 6)}`, [[world.houseB, 'coordinator']]);
    for (const { token } of [world.coordinator, world.installer]) {
      expect((await look(token, '')).body.houses.map(({ id }) => id)).toEqual([world.houseA]);
      expect((await look(token, `?house=${world.houseB}`)).body.error.code).toBe('not-allowed');
      expect((await weeks(token, `?house=${world.houseB}`)).body.error.code).toBe('not-allowed');
    }
    for (const token of [world.trainer.token, world.stranger.token, kiosk.token])
      for (const asking of [look, weeks])
        for (const query of ['', `?house=${world.houseA}`])
          expect((await asking(token, query)).body.error.code).toBe('not-allowed');
    await beat();
    const theirs = await look(other.token, '');
    expect(theirs.body).toMatchObject({
      houses: [{ id: world.houseB, settings: { set: false } }],
      devices: [],
    });
    expect((await look(world.coordinator.token, '?house=x')).body.error.code).toBe('bad-request');
    expect((await look('', '')).body.error.code).toBe('not-signed-in');
  });

  it('says how a house is set up', async () => {
    expect((await look()).body.houses).toMatchObject([
      { id: world.houseA, open: true, settings: { set: true, warnAfter: 180, hours: always } },
    ]);
  });

  it('does not show who has left', async () => {
    const body = { house: world.houseA, device: kiosk.id, does: 'cut-off' };
    await ask(`${world.url}/api/v1/devices`, { token: world.coordinator.token, body });
    expect((await look()).body.devices.map(({ id }) => id)).not.toContain(kiosk.id);
  });
});

describe('the quality of a line', () => {
  it('is put together hour by hour, and told by the day and by the week', async () => {
    await beat(kiosk.token, {
      link: { rtts: [100, 100, 100], speeds: [1_000_000], failures: 2, hint: null },
    });
    await beat(kiosk.token, { link: { rtts: [1_000], speeds: [], failures: 0, hint: null } });
    const rows = await list<{ beats: number; failures: number; rtt: object }>(
      ...([world.url, world.superuser, 'links', `device='${kiosk.id}'`] as const),
    );
    expect(rows.length).toBeLessThanOrEqual(2); // two where the hour has just changed
    const { link, days } = await here();
    expect(link).toMatchObject({ beats: 2, failures: 2 });
    expect(Math.abs((link.p50 ?? 0) / 100 - 1)).toBeLessThan(0.1);
    expect(Math.abs((link.p95 ?? 0) / 1_000 - 1)).toBeLessThan(0.1);
    expect(Math.abs((link.speed ?? 0) / 1_000_000 - 1)).toBeLessThan(0.1);
    expect(days.every(({ day: at }) => /^\d{4}-\d\d-\d\d$/.test(at))).toBe(true);
  });

  it('of an hour of last week stands in that week, and of two years ago is let go', async () => {
    await beat();
    const [row] = await list<object>(world.url, world.superuser, 'links', `device='${kiosk.id}'`);
    const past = (at: number) => ({
      ...row,
      id: undefined,
      device: kiosk.id,
      hour: Math.floor(at / hour),
      beats: 30,
      failures: 3,
    });
    const lastWeek = await create(world.url, world.superuser, 'links', past(Date.now() - 7 * day));
    const old = await create(world.url, world.superuser, 'links', past(Date.now() - 730 * day));
    const { body } = await weeks();
    const monday = new Date(Date.now() - 7 * day + 7 * hour);
    monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
    const found = body.weeks.find(({ week }) => week === monday.toISOString().slice(0, 10));
    expect(found).toMatchObject({ house: world.houseA, beats: 30, failures: 3, devices: 1, hours: 1 });
    await watch();
    await expect
      .poll(async () => (await list<{ id: string }>(world.url, world.superuser, 'links')).map(({ id }) => id))
      .not.toContain(old);
    expect((await list<{ id: string }>(world.url, world.superuser, 'links')).map(({ id }) => id)).toContain(
      lastWeek,
    );
  });
});

describe('an alert', () => {
  const open = (alerts: FleetAlert[]) => alerts.filter(({ until }) => until === '').map(({ code }) => code);
  const untilOpen = async (codes: string[]) =>
    expect.poll(async () => open(await watch()).sort(), { timeout: 10_000 }).toEqual(codes);

  it('begins once where a kiosk is silent while its house is open, and ends when it beats', async () => {
    await beat();
    await untilOpen([]);
    await age({ at: Date.now() - 20 * minute });
    expect((await here()).standing).toBe('offline');
    await untilOpen(['offline']);
    await watch();
    expect(await watch()).toHaveLength(1);
    await beat();
    await untilOpen([]);
    const [one] = await watch();
    expect(one).toMatchObject({ code: 'offline', until: expect.stringMatching(/^\d{4}-/) as string });
  });

  it('goes on where the line comes and goes, and is another one after an hour', async () => {
    await beat();
    await age({ at: Date.now() - 20 * minute });
    await untilOpen(['offline']);
    await beat();
    await untilOpen([]);
    await age({ at: Date.now() - 20 * minute });
    await untilOpen(['offline']);
    expect(await watch()).toHaveLength(1);
    await beat();
    await untilOpen([]);
    const [one] = await watch();
    const until = new Date(Date.now() - hour).toISOString();
    await update(world.url, world.superuser, 'alerts', one?.id ?? '', { until });
    await age({ at: Date.now() - 20 * minute });
    await untilOpen(['offline']);
    expect(await watch()).toHaveLength(2);
  });

  it('does not begin while the house is closed', async () => {
    await setHours(never);
    try {
      await beat(kiosk.token, { canary: { disk: false, cache: true } });
      await age({ at: Date.now() - 20 * minute });
      expect((await here()).standing).toBe('closed');
      await watch();
      expect(await watch()).toEqual([]);
    } finally {
      await setHours(always);
    }
    await untilOpen(['offline']);
  });

  it('tells what a beat says of the device, and ends with what it was about', async () => {
    await beat(kiosk.token, {
      canary: { disk: true, cache: false },
      storage: { kept: false, usage: 95, quota: 100 },
      clock: { skew: -700_000, trusted: true },
      events: { unsent: 3, stuck: 0, oldest: 3 * 86_400 },
      clips: { here: 1, all: 900 },
      rolledBack: '1.1.0',
    });
    await untilOpen(['clips', 'clock', 'disk', 'full', 'loose', 'rolled-back', 'unsent']);
    await age({ at: Date.now() - 20 * minute }); // nobody knows whether it is still so
    await untilOpen(['clips', 'clock', 'disk', 'full', 'loose', 'offline', 'rolled-back', 'unsent']);
    await beat();
    await untilOpen([]);
  });

  it('of a device that is gone is over', async () => {
    await beat();
    await age({ at: Date.now() - 20 * minute });
    await untilOpen(['offline']);
    const body = { house: world.houseA, device: kiosk.id, does: 'cut-off' };
    await ask(`${world.url}/api/v1/devices`, { token: world.coordinator.token, body });
    await untilOpen([]);
  });

  it('of the server tells every house that there is no backup of these days, once', async () => {
    const created = new Date(Date.now() - 5 * day).toISOString().replace('T', ' ');
    const file = await create(world.url, world.superuser, 'backups', {
      ...{ file: 'old.db', began: created, finished: new Date(Date.now() - 5 * day).toISOString() },
      ...{ state: 'good', houses: {} },
    });
    const told = async (token: string) => {
      await watch();
      return (await look(token, '')).body.alerts.filter(({ house, until }) => house === '' && until === '');
    };
    await expect.poll(async () => (await told(world.coordinator.token)).length, { timeout: 10_000 }).toBe(1);
    expect(await told(world.coordinator.token)).toMatchObject([{ code: 'backup', device: '' }]);
    await remove(world.url, world.superuser, 'backups', file);
    await expect.poll(async () => (await told(world.coordinator.token)).length, { timeout: 10_000 }).toBe(0);
  });

  it('is seen by who says so first, of their own house', async () => {
    await beat();
    await age({ at: Date.now() - 20 * minute });
    await untilOpen(['offline']);
    const [one] = await watch();
    const seen = (token: string, house = world.houseA) =>
      ask<FleetAlert & ErrorResponse>(`${world.url}/api/v1/fleet/seen`, {
        token,
        body: { house, alert: one?.id ?? '' },
      });
    const other = await hire(world, `coordinator-c-${kiosk.id.slice(0, 6)}`, [[world.houseB, 'coordinator']]);
    expect((await seen(other.token, world.houseB)).body.error.code).toBe('not-found');
    expect((await seen(other.token)).body.error.code).toBe('not-allowed');
    expect((await seen(world.trainer.token)).body.error.code).toBe('not-allowed');
    expect((await seen(kiosk.token)).body.error.code).toBe('not-allowed');
    expect((await seen(world.installer.token)).body).toMatchObject({
      id: one?.id,
      seenBy: 'Người installer',
    });
    expect((await seen(world.coordinator.token)).body.seenBy).toBe('Người installer');
    expect((await watch())[0]?.seenBy).toBe('Người installer');
  });
});
