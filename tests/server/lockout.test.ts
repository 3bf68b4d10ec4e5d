import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorResponse, FirstSignInResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, hire, liftLimits, list, newId, password, update, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world); // of addresses: these are not what is tried here
});
afterAll(() => server.stop());

type Body = FirstSignInResponse & ErrorResponse;
const sign = (username: string, typed: string, on: { device?: string; known?: string } = {}) =>
  ask<Body>(`${world.url}/api/v1/sign-in`, { body: { username, password: typed, ...on } });
const codeOf = async (asked: ReturnType<typeof sign>) => {
  const { status, body } = await asked;
  return status === 200 ? 'ok' : body.error.code;
};
/** Types wrong passwords one after another; answers what was said to each. */
async function guess(username: string, times: number, on: Parameters<typeof sign>[2] = {}) {
  const said: string[] = [];
  for (let tries = 0; tries < times; tries++) said.push(await codeOf(sign(username, `sai-${tries}`, on)));
  return said;
}
const wrong = (times: number) => Array<string>(times).fill('wrong-sign-in');

interface Tally {
  id: string;
  failures: number;
  last: number;
  until: number;
}
const tallies = () => list<Tally>(world.url, world.superuser, 'lockouts');
/** As if every lock had shut so much earlier (ms). */
async function later(ms: number) {
  for (const { id, last, until } of await tallies())
    await update(world.url, world.superuser, 'lockouts', id, { last: last - ms, until: until && until - ms });
}

describe('somebody who guesses a password', () => {
  it('has five tries; then even the right one has to wait a minute, and it says how long', async () => {
    const { username } = await hire(world, 'nam-lan', [[world.houseA, 'trainer']]);
    expect(await guess(username, 6)).toEqual([...wrong(5), 'too-many']);
    const shut = await sign(username, password);
    expect([shut.status, shut.body.error.code]).toEqual([429, 'too-many']);
    const seconds = Number(shut.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('waits longer each time, up to a quarter of an hour', async () => {
    const { username } = await hire(world, 'lau-dan', [[world.houseA, 'trainer']]);
    await guess(username, 5);
    const waits: number[] = [];
    for (let round = 0; round < 6; round++) {
      await later(15 * 60_000 + 1000);
      expect(await guess(username, 1)).toEqual(wrong(1));
      waits.push(Number((await sign(username, password)).headers.get('Retry-After')));
    }
    for (const [index, minutes] of [2, 4, 8, 15, 15, 15].entries()) {
      expect(waits[index]).toBeGreaterThan(minutes * 60 - 10);
      expect(waits[index]).toBeLessThanOrEqual(minutes * 60);
    }
  });

  it('gets no more tries by making many at once, or by starting the server anew', async () => {
    const { username } = await hire(world, 'mot-luc', [[world.houseA, 'trainer']]);
    const said = await Promise.all(
      Array.from({ length: 12 }, (_, tries) => codeOf(sign(username, `sai-${tries}`))),
    );
    expect(said.filter((code) => code === 'wrong-sign-in')).toHaveLength(5);
    await server.restart();
    expect(await codeOf(sign(username, password))).toBe('too-many');
    await later(61_000);
    expect(await codeOf(sign(username, password))).toBe('ok');
  });

  it('is not told whether there is such a name', async () => {
    const { username } = await hire(world, 'co-that', [[world.houseA, 'trainer']]);
    expect(await guess('khong-co-that', 7)).toEqual(await guess(username, 7));
    const [real, madeUp] = [await sign(username, 'x'), await sign('khong-co-that', 'x')];
    expect(madeUp.body).toEqual(real.body);
  });

  it('leaves nothing behind of what was typed as a name', async () => {
    await guess('mat-khau-go-nham', 1);
    expect(JSON.stringify(await tallies()) + server.log()).not.toContain('go-nham');
  });
});

describe('everybody else', () => {
  it('comes in while one name is shut', async () => {
    await guess('ke-pha', 6);
    expect(await codeOf(sign('trainer', password))).toBe('ok');
  });

  it('starts with five tries again after a right one', async () => {
    const { username } = await hire(world, 'hay-quen', [[world.houseA, 'trainer']]);
    await guess(username, 4);
    expect(await codeOf(sign(username, password))).toBe('ok');
    expect(await guess(username, 5)).toEqual(wrong(5));
  });

  it('is not shut out of their own tablet by who guesses elsewhere', async () => {
    const { username } = await hire(world, 'chu-may', [[world.houseA, 'trainer']]);
    const device = newId();
    const { known } = (await sign(username, password, { device })).body;
    await guess(username, 6, { device: newId() });
    expect(await codeOf(sign(username, password, { device }))).toBe('too-many');
    expect(await codeOf(sign(username, password, { device: newId(), known }))).toBe('too-many');
    expect(await codeOf(sign(username, password, { device, known: known.replace(/^./, 'z') }))).toBe(
      'too-many',
    );
    expect(await codeOf(sign(username, password, { device, known }))).toBe('ok');
    expect(await guess(username, 6, { device, known })).toEqual([...wrong(5), 'too-many']);
  });
});

describe('one device', () => {
  it('is shut after twenty wrong tries at many names, and a right one among them gives no new tries', async () => {
    const device = newId();
    for (let tries = 0; tries < 19; tries++)
      expect(await guess(`ten-${tries}`, 1, { device })).toEqual(wrong(1));
    expect(await codeOf(sign('trainer', password, { device }))).toBe('ok');
    expect(await guess('ten-19', 1, { device })).toEqual(wrong(1));
    expect(await codeOf(sign('trainer', password, { device }))).toBe('too-many');
    expect(await codeOf(sign('trainer', password))).toBe('ok');
    await later(3_600_001);
    expect(await guess('ten-20', 1, { device })).toEqual(wrong(1));
    expect(await codeOf(sign('trainer', password, { device }))).toBe('ok');
  });
});
