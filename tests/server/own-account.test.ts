import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, signIn } from './api';
import { changePassword, Crew, knock, opens } from './crew';
import { furnish, hire, liftLimits, list, newId, password, update, type World } from './world';

let server: Server;
let world: World;
let hooks: Awaited<ReturnType<typeof copyHooks>>;

beforeAll(async () => {
  // The project's hooks with a window into the connection that writes.
  hooks = await copyHooks({
    files: {
      'window.pb.js': `routerAdd('POST', '/api/v1/synchronous', (e) => {
        $app.nonconcurrentDB().newQuery('PRAGMA synchronous=NORMAL').execute();
        return e.json(200, {});
      });
      routerAdd('GET', '/api/v1/synchronous', (e) => {
        const found = new DynamicModel({ synchronous: -1 });
        $app.nonconcurrentDB().newQuery('PRAGMA synchronous').one(found);
        return e.json(200, { synchronous: found.synchronous });
      });`,
    },
  });
  server = await startServer({ hooks: hooks.folder });
  world = await furnish(server);
  await liftLimits(world);
});
afterAll(async () => {
  await server.stop();
  await hooks.remove();
});

const chosen = 'Con mèo đi hia 3';
const opened = (token: string) => opens(world.url, token, world.houseA);
const change = (token: string, old: string, wanted = chosen, device = newId()) =>
  changePassword(world.url, token, old, wanted, device);
const codeOf = async (asked: ReturnType<typeof knock>) => {
  const { status, body } = await asked;
  return status === 200 ? 'ok' : body.error.code;
};
const signOut = (token: string) => ask(`${world.url}/api/v1/me/sign-out`, { method: 'POST', token });
/** Adds somebody and answers what was told. */
async function added(username: string) {
  const body = { does: 'add', username, name: 'Người Mới', role: 'trainer' } as const;
  return (await new Crew(world).change(body)).body.told ?? { password: '', username };
}

describe('a one-time password', () => {
  it('opens nothing but its own change, and is worth nothing afterwards', async () => {
    const told = await added('mot-lan');
    const first = (await knock(world.url, told.username, told.password)).body;
    expect(first.mustChange).toBe(true);
    expect(await opened(first.token)).toBe('change-password');
    for (const [path, sent] of [
      ['/api/v1/me', {}],
      [`/api/v1/staff?house=${world.houseA}`, {}],
      ['/api/v1/sync/push', { body: { client: newId(), sentAt: '', rows: [{}] } }],
    ] as const) {
      const answer = await ask(world.url + path, { token: first.token, ...sent });
      expect([path, answer.body.error.code]).toEqual([path, 'change-password']);
    }
    const own = (await change(first.token, told.password)).body;
    expect(own).toMatchObject({ mustChange: false, memberships: [{ house: world.houseA, role: 'trainer' }] });
    expect(own.known).not.toBe('');
    expect([await opened(own.token), await opened(first.token)]).toEqual(['ok', 'not-signed-in']);
    expect(await codeOf(knock(world.url, told.username, told.password))).toBe('wrong-sign-in');
    expect((await knock(world.url, told.username, chosen.normalize('NFD'))).body.mustChange).toBe(false);
    expect((await new Crew(world).person('mot-lan')).due).toBe('');
  });

  it('must not stay, and does not come in when its time is over', async () => {
    const told = await added('qua-han');
    const { token } = (await knock(world.url, told.username, told.password)).body;
    expect((await change(token, told.password, told.password)).body.error.code).toBe('weak-password');
    const { id } = await new Crew(world).person('qua-han');
    await update(world.url, world.superuser, 'staff', id, { due: Date.now() - 1 });
    expect(await codeOf(knock(world.url, told.username, told.password))).toBe('wrong-sign-in');
    expect(await opened(token)).toBe('not-signed-in');
    expect((await change(token, told.password)).body.error.code).toBe('not-signed-in');
  });
});

describe('one’s own password', () => {
  it('is changed with the old one, and then every other token is void', async () => {
    const { username, token, id } = await hire(world, 'doi-mat-khau', [[world.houseA, 'trainer']]);
    const other = (await signIn(world.url, username, password)).token;
    const answer = await change(token, password);
    expect([await opened(token), await opened(other), await opened(answer.body.token)]).toEqual([
      ...['not-signed-in', 'not-signed-in', 'ok'],
    ]);
    expect(await codeOf(knock(world.url, username, password))).toBe('wrong-sign-in');
    expect(await codeOf(knock(world.url, username, chosen))).toBe('ok');
    const acts = await list(world.url, world.superuser, 'staff_acts', `whom='${id}'`);
    expect(acts).toMatchObject([{ act: 'password', actor: id, house: '' }]);
    expect(JSON.stringify(acts) + server.log()).not.toContain(chosen);
  });

  it.each(['ngắn', 'matkhau123', '12345678', 'yếu'.repeat(30), password])('is not «%s»', async (wanted) => {
    const { username, token } = world.trainer;
    expect((await change(token, password, wanted)).body.error.code).toBe('weak-password');
    expect(await codeOf(knock(world.url, username, password))).toBe('ok');
  });

  it('gives whoever has the token five guesses, as the door does, and the door is shut with it', async () => {
    const { username, token } = await hire(world, 'doan-mo', [[world.houseA, 'trainer']]);
    const said: string[] = [];
    for (let tries = 0; tries < 6; tries++) said.push((await change(token, `sai-${tries}`)).body.error.code);
    expect(said).toEqual([...Array<string>(5).fill('wrong-sign-in'), 'too-many']);
    expect((await change(token, password)).headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(await codeOf(knock(world.url, username, password))).toBe('too-many');
  });

  it('is nothing for a device, nor for nobody', async () => {
    expect((await change(world.kiosk.token, password)).body.error.code).toBe('not-allowed');
    expect((await change('', password)).body.error.code).toBe('not-signed-in');
    expect((await signOut(world.kiosk.token)).body.error.code).toBe('not-allowed');
  });

  it('does not come through where somebody resets it in the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, username, token } = await hire(world, `cung-luc-${round}`, [[world.houseA, 'trainer']]);
      const [own, reset] = await Promise.all([
        change(token, password),
        new Crew(world).change({ does: 'reset', staff: id }),
      ]);
      // Whoever was second, the coordinator's reset is what holds.
      expect(reset.status).toBe(200);
      if (own.status === 200) expect(await opened(own.body.token)).toBe('not-signed-in');
      expect((await knock(world.url, username, reset.body.told?.password ?? '')).body.mustChange).toBe(true);
    }
  });
});

describe('signing out everywhere', () => {
  it('voids every token of the account at once, and no password', async () => {
    const { username, token } = await hire(world, 'mat-may', [[world.houseA, 'trainer']]);
    const lost = (await signIn(world.url, username, password)).token;
    expect((await signOut(token)).status).toBe(200);
    expect([await opened(token), await opened(lost)]).toEqual(['not-signed-in', 'not-signed-in']);
    expect((await signOut(lost)).body.error.code).toBe('not-signed-in');
    expect(await opened((await signIn(world.url, username, password)).token)).toBe('ok');
    expect(await opened(world.trainer.token)).toBe('ok');
  });
});

describe('the power', () => {
  /** How far a commit of the writing connection reaches: 1 (NORMAL), 2 (FULL). */
  const level = async () =>
    (await ask<{ synchronous: number }>(`${world.url}/api/v1/synchronous`)).body.synchronous;

  it('may go right after somebody was told: what was done about staff is on the disk', async () => {
    const { id, token } = await hire(world, 'mat-dien', [[world.houseA, 'trainer']]);
    const crew = new Crew(world);
    for (const act of [
      () => crew.change({ does: 'close', staff: id }),
      () => crew.change({ does: 'end', staff: id, role: 'trainer' }),
      () => signOut(world.installer.token),
      () => change(world.stranger.token, password),
    ]) {
      await ask(`${world.url}/api/v1/synchronous`, { method: 'POST' }); // as PocketBase opens the connection
      expect(await level()).toBe(1);
      expect((await act()).status).toBe(200);
      expect(await level()).toBe(2);
    }
    expect(await opened(token)).toBe('not-signed-in');
  });
});
