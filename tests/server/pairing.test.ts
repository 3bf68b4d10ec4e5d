import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorResponse, PairCodeResponse, PairResponse, SignInResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, signIn } from './api';
import { furnish, liftLimits, list, newId, password, somePublicKey, update, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

const mint = async (house = world.houseA) =>
  (
    await ask<PairCodeResponse>(`${world.url}/api/v1/pair-codes`, {
      token: world.installer.token,
      body: { house },
    })
  ).body;
const pair = (code: string, device = newId(), publicKey = somePublicKey) =>
  ask<PairResponse & ErrorResponse>(`${world.url}/api/v1/pair`, { body: { code, device, publicKey } });
const other = (code: string) => code.slice(0, 7) + (code.endsWith('A') ? 'B' : 'A');

describe('pairing', () => {
  it('gives a kiosk its token for a code, once', async () => {
    const { code, expires } = await mint();
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    expect(Date.parse(expires) - Date.now()).toBeGreaterThan(9 * 60_000);
    const device = newId();
    const first = await pair(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`, device);
    expect(first.body).toMatchObject({ device, house: { id: world.houseA, name: 'Nhà văn hóa Thử A' } });
    expect((await pair(code)).body.error.code).toBe('wrong-code');
    expect((await pullAll(world.url, first.body.token, world.houseA)).events).toEqual([]);
  });

  it('takes no code for a device without a key of its own, and the code stays good', async () => {
    const { code } = await mint();
    const device = newId();
    for (const key of [{}, { publicKey: '' }, { publicKey: `04${'1'.repeat(128)}` }]) {
      const { body } = await ask(`${world.url}/api/v1/pair`, { body: { code, device, ...key } });
      expect(body.error.code).toBe('bad-request');
    }
    expect((await pair(code, device)).status).toBe(200);
  });

  it('keeps no code that could be read in the database', async () => {
    const { code } = await mint();
    expect(JSON.stringify(await list(world.url, world.superuser, 'pair_codes'))).not.toContain(code);
  });

  it('ends a code after five wrong tries', async () => {
    const { code } = await mint();
    for (let tries = 0; tries < 5; tries++) expect((await pair(other(code))).status).toBe(400);
    expect((await pair(code)).body.error.code).toBe('wrong-code');
  });

  it('ends a code when its time is over', async () => {
    const { code } = await mint();
    const [stored] = await list<{ id: string }>(
      world.url,
      world.superuser,
      'pair_codes',
      `selector='${code.slice(0, 3)}'`,
    );
    await update(world.url, world.superuser, 'pair_codes', stored?.id ?? '', { expires: Date.now() - 1 });
    expect((await pair(code)).body.error.code).toBe('wrong-code');
  });

  it('gives a device new keys when it is paired again, and will not move it to another house', async () => {
    const device = newId();
    const first = await pair((await mint()).code, device);
    const second = await pair((await mint()).code, device);
    const asked = (token: string) => ask(`${world.url}/api/v1/sync/pull`, { token });
    expect((await asked(first.body.token)).body).toMatchObject({ error: { code: 'not-signed-in' } });
    expect((await asked(second.body.token)).status).toBe(200);
    const elsewhere = JSON.parse(await server.command('pair-code', world.houseB)) as PairCodeResponse;
    expect((await pair(elsewhere.code, device)).body.error.code).toBe('not-allowed');
    // The code is still good, for a device that fits.
    expect((await pair(elsewhere.code)).body.house.id).toBe(world.houseB);
  });
});

describe('signing in', () => {
  it('answers who somebody is and where they work, with a token that /me renews', async () => {
    const answer = await signIn(world.url, ' Trainer ', password);
    expect(answer).toMatchObject({
      staff: { id: world.trainer.id, username: 'trainer' },
      memberships: [{ house: world.houseA, houseName: 'Nhà văn hóa Thử A', role: 'trainer' }],
    });
    const renewed = await ask<SignInResponse>(`${world.url}/api/v1/me`, { token: answer.token });
    expect(renewed.body.staff).toEqual(answer.staff);
    const claims = JSON.parse(atob(renewed.body.token.split('.')[1] ?? '')) as { exp: number };
    expect(claims.exp - Date.now() / 1000).toBeGreaterThan(29 * 86_400);
  });

  it('takes about as long for a name that does not exist', async () => {
    await liftLimits(world);
    const time = async (username: string) => {
      const began = performance.now();
      await ask(`${world.url}/api/v1/sign-in`, { body: { username, password: 'khong-dung' } });
      return performance.now() - began;
    };
    const median = (took: number[]) => took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
    const took = { trainer: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 9; round++) {
      // In turn, so that whatever else the machine does meets both alike.
      took.trainer.push(await time('trainer'));
      took.nobody.push(await time('nobody'));
    }
    const [known, unknown] = [median(took.trainer), median(took.nobody)];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('stops who guesses passwords, and says when to try again', async () => {
    await ask(`${world.url}/api/settings`, {
      method: 'PATCH',
      token: world.superuser,
      body: { rateLimits: { enabled: true } },
    });
    let last = await ask(`${world.url}/api/v1/sign-in`, { body: { username: 'trainer', password: 'x' } });
    for (let tries = 0; tries < 40 && last.status !== 429; tries++) {
      last = await ask(`${world.url}/api/v1/sign-in`, { body: { username: 'trainer', password: 'x' } });
    }
    expect(last.body).toMatchObject({ error: { code: 'too-many' } });
    expect(last.headers.get('Retry-After')).toBe('60');
  });
});
