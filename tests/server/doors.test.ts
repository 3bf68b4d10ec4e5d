import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

interface Collection extends Record<string, unknown> {
  name: string;
  type: string;
}

const rules = ['listRule', 'viewRule', 'createRule', 'updateRule', 'deleteRule', 'authRule', 'manageRule'];

/** Rules that are open, each with its reason. */
const openRules = new Map([
  ['_superusers.authRule', 'who looks after the machine signs in to the dashboard, from this machine only'],
]);

const waysIn = ['passwordAuth', 'oauth2', 'otp'];

/** PocketBase's own ways to sign in that are open, each with its reason. */
const openWays = new Map([
  ['_superusers.passwordAuth', 'the same; a second factor would need mail, which a house has none of'],
]);

/** How long a token may be good at most, in days, with the reason. */
const tokenDays = new Map([
  ['_superusers', 1], // looking after the machine is no daily work
  ['staff', 30], // a trainer without a network for weeks stays signed in
  ['devices', 30], // a kiosk gets the next one by its own key
]);

/** All collections as the server has them now, the system's too. */
async function collections(): Promise<Collection[]> {
  const { body } = await ask<{ items: Collection[] }>(`${world.url}/api/collections?perPage=500`, {
    token: world.superuser,
  });
  expect(body.items.length).toBeGreaterThan(10);
  return body.items;
}

describe('the doors of the server', () => {
  it('are shut: no rule of any collection lets anybody in', async () => {
    const all = await collections();
    const open = all.flatMap((collection) =>
      rules.filter((rule) => (collection[rule] ?? null) !== null).map((rule) => `${collection.name}.${rule}`),
    );
    expect(open, 'Close the rule, or say in openRules why it is open.').toEqual([...openRules.keys()]);
    expect(all.map(({ name }) => name)).not.toContain('users');
  });

  it('know no other way to sign in, and no token that is good for ever', async () => {
    const auth = (await collections()).filter(({ type }) => type === 'auth');
    const open = auth.flatMap((collection) =>
      waysIn
        .filter((way) => (collection[way] as { enabled: boolean }).enabled)
        .map((way) => `${collection.name}.${way}`),
    );
    expect(open, 'Shut the way in, or say in openWays why it is open.').toEqual([...openWays.keys()]);
    const days = auth.map(({ name, authToken }) => {
      return [name, (authToken as { duration: number }).duration / 86_400] as const;
    });
    expect(new Map(days)).toEqual(tokenDays);
  });

  it('show no file without a token', async () => {
    const open = (await collections()).flatMap(({ name, fields }) =>
      (fields as { name: string; type: string; protected?: boolean }[])
        .filter((field) => field.type === 'file' && !field.protected)
        .map((field) => `${name}.${field.name}`),
    );
    expect(open).toEqual([]);
  });

  it('answer nobody through the records of a collection, whatever their token', async () => {
    const tokens = [world.trainer, world.coordinator, world.installer, world.kiosk, { token: '' }];
    for (const { name } of await collections())
      for (const { token } of tokens) {
        const records = `${world.url}/api/collections/${name}/records`;
        for (const [path, method] of [
          [records, 'GET'],
          [records, 'POST'],
          [`${records}/${world.houseA}`, 'GET'],
          [`${records}/${world.houseA}`, 'PATCH'],
          [`${records}/${world.houseA}`, 'DELETE'],
        ] as const) {
          const { status } = await ask(path, { token, method, body: method === 'GET' ? undefined : {} });
          expect([403, 404], `${method} ${name}`).toContain(status);
        }
      }
  });

  it('offer no way to sign in or up but our own', async () => {
    for (const [path, body] of [
      ['staff/auth-with-password', { identity: 'trainer', password: 'mat-khau-thu-1' }],
      ['staff/records', { username: 'eve', password: 'mat-khau-thu-1', passwordConfirm: 'mat-khau-thu-1' }],
      ['devices/request-otp', { email: 'a@b.c' }],
      ['staff/auth-refresh', {}],
    ] as const) {
      const answer = await ask(`${world.url}/api/collections/${path}`, { token: world.trainer.token, body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const events = await ask(`${world.url}/api/collections/events/records`, {
      token: world.coordinator.token,
    });
    expect(events.status).toBe(403);
  });

  it.each(['X-Forwarded-For', 'X-Real-IP', 'Forwarded'])(
    'of PocketBase itself are not there for who comes through a proxy (%s)',
    async (header) => {
      const headers = { [header]: '203.0.113.7' };
      for (const path of ['/_/', '/api/', '/api/collections', '/api/settings', '/api/realtime/']) {
        const answer = await ask(world.url + path, { headers, token: world.superuser });
        expect(answer.status, path).toBe(404);
      }
      expect((await ask(`${world.url}/api/health`, { headers })).status).toBe(200);
      expect((await ask(`${world.url}/api/v1/me`, { headers, token: world.trainer.token })).status).toBe(200);
    },
  );

  it('stand open on the machine itself for who looks after it', async () => {
    expect((await ask(`${world.url}/_/`)).status).toBe(200);
  });

  it('do not offer to make a first superuser', () => {
    expect(server.log()).not.toContain('pbinstall');
  });

  it('log no addresses, take no batches, send nothing anywhere, and slow down who tries too often', async () => {
    const { body } = await ask<Record<string, unknown> & { rateLimits: { rules: { label: string }[] } }>(
      `${world.url}/api/settings`,
      { token: world.superuser },
    );
    expect(body).toMatchObject({
      logs: { logIP: false, logAuthId: false },
      batch: { enabled: false },
      superuserIPs: ['127.0.0.1', '::1'],
      trustedProxy: { headers: [] },
      smtp: { enabled: false },
      s3: { enabled: false },
      backups: { s3: { enabled: false } },
      rateLimits: { enabled: true, excludedIPs: [] },
      meta: { hideControls: true },
    });
    // Whatever costs a password's check, guesses a code or writes; the others ask for a token first.
    expect(body.rateLimits.rules.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'POST /api/v1/sign-in',
        'POST /api/v1/pair',
        'POST /api/v1/devices/challenge',
        'POST /api/v1/devices/token',
        'POST /api/v1/sync/push',
        '*:auth',
      ]),
    );
  });
});
