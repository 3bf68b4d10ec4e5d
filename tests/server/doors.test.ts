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

describe('the doors of the server', () => {
  it('are shut: no rule of any collection lets anybody in', async () => {
    const { body } = await ask<{ items: Collection[] }>(`${world.url}/api/collections?perPage=500`, {
      token: world.superuser,
    });
    const open = body.items.flatMap((collection) =>
      rules.filter((rule) => (collection[rule] ?? null) !== null).map((rule) => `${collection.name}.${rule}`),
    );
    expect(open).toEqual([...openRules.keys()]);
    expect(body.items.map(({ name }) => name)).not.toContain('users');
    expect(body.items.length).toBeGreaterThan(10);
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
      for (const path of ['/_/', '/api/', '/api/collections', '/api/settings', '/api/realtime']) {
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

  it('do not offer to make a first superuser, and log no addresses', async () => {
    expect(server.log()).not.toContain('pbinstall');
    const { body } = await ask<{ logs: { logIP: boolean }; rateLimits: { enabled: boolean } }>(
      `${world.url}/api/settings`,
      { token: world.superuser },
    );
    expect(body).toMatchObject({ logs: { logIP: false }, rateLimits: { enabled: true } });
  });
});
