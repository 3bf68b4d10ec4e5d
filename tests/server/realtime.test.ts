import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLine, type OpenLine } from '../support/line';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Crew, opens } from './crew';
import { furnish, hire, liftLimits, newId, pairKiosk, type World } from './world';

let server: Server;
let world: World;
let house: string;
const open: OpenLine[] = [];

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  house = `house/${world.houseA}`;
});
afterEach(() => {
  for (const line of open.splice(0)) line.close();
});
afterAll(() => server.stop());

async function listen(token: string, topics: string[] = [house], headers = {}): Promise<OpenLine> {
  const line = await openLine(world.url, token, topics, headers);
  open.push(line);
  return line;
}

let dseq = 0;
/** The kiosk of a town writes something down; answers the number it got. */
async function write({ url, houseA, kiosk } = world): Promise<number> {
  dseq += 1;
  const { results } = await push(url, kiosk.token, kiosk.id, [
    {
      ...{ id: newId(), house: houseA, household: '', person: newId(), author: '' },
      ...{ kind: 'attendance.marked', v: 1, payload: { session: newId(), status: 'present' } },
      ...{ device: kiosk.id, dseq, occurred: new Date().toISOString() },
    },
  ]);
  const [result] = results;
  return result && 'seq' in result ? result.seq : 0;
}

describe('the line on which devices are told that there is something new', () => {
  it('says which house and up to which number, nothing else, and once until it was asked for', async () => {
    const line = await listen(world.trainer.token);
    expect(line.status).toBe(204);
    const first = await write();
    expect(await line.next()).toEqual({ topic: house, data: { seq: first } });
    await write(); // not told: nobody has read yet
    await pullAll(world.url, world.trainer.token, world.houseA);
    const third = await write();
    expect(await line.next()).toEqual({ topic: house, data: { seq: third } });
  });

  it('reaches kiosks and staff of the house through a proxy, too', async () => {
    const proxied = { 'X-Forwarded-For': '203.0.113.7' };
    const lines = [
      await listen(world.kiosk.token, [house], proxied),
      await listen(world.coordinator.token, [house], proxied),
    ];
    const seq = await write();
    for (const line of lines) expect(await line.next()).toEqual({ topic: house, data: { seq } });
  });

  it('carries nothing of another house, no collection, and nothing to who is nobody', async () => {
    const foreign = `house/${world.houseB}`;
    for (const [name, token, topics, code] of [
      ['another house', world.trainer.token, [foreign], 'not-allowed'],
      ['one of two', world.trainer.token, [house, foreign], 'not-allowed'],
      ['a kiosk elsewhere', world.kiosk.token, [foreign], 'not-allowed'],
      ['who works elsewhere', world.stranger.token, [house], 'not-allowed'],
      ['a collection', world.coordinator.token, ['events/*'], 'not-allowed'],
      ['a record', world.coordinator.token, [`staff/${world.coordinator.id}`], 'not-allowed'],
      ['with options', world.trainer.token, [`${house}?options={"query":{"a":1}}`], 'not-allowed'],
      ['a house by half', world.trainer.token, ['house/'], 'not-allowed'],
      ['nobody', '', [house], 'not-signed-in'],
      ['a token of nobody', 'a.b.c', [house], 'not-signed-in'],
    ] as const) {
      const line = await listen(token, [...topics]);
      expect([name, line.code]).toEqual([name, code]);
    }
  });

  it('does not open a collection to a superuser from elsewhere', async () => {
    const proxied = { 'X-Forwarded-For': '203.0.113.7' };
    expect((await listen(world.superuser, ['events/*'], proxied)).code).toBe('not-signed-in');
    expect((await listen(world.superuser, ['events/*'])).status).toBe(204);
  });

  it.each([
    { name: 'not an object', raw: '[1]' },
    { name: 'no JSON', raw: '{' },
    { name: 'a line that is not', raw: JSON.stringify({ clientId: 'x', subscriptions: [] }) },
    { name: 'topics of another type', raw: JSON.stringify({ clientId: 'x', subscriptions: 7 }) },
    {
      name: 'too many topics',
      raw: JSON.stringify({ clientId: 'x', subscriptions: Array(2_000).fill('a') }),
    },
  ])('answers $name with a code and a sentence', async ({ raw }) => {
    const { status, body } = await ask(`${world.url}/api/realtime`, { raw, token: world.trainer.token });
    expect([400, 404]).toContain(status);
    expect(body.error.message).not.toBe('');
  });

  it('is cut for a device that was cut off, as soon as there is something to say', async () => {
    const { id, token } = await pairKiosk(world.url, world.installer.token, world.houseA);
    const [cut, witness] = [await listen(token), await listen(world.trainer.token)];
    await ask(`${world.url}/api/v1/devices`, {
      token: world.coordinator.token,
      body: { house: world.houseA, device: id, does: 'cut-off' },
    });
    // It is told to ask, once, and learns then why it is let in no more.
    expect(await cut.next()).toEqual({ topic: house, data: {} });
    expect(await opens(world.url, token, world.houseA)).toBe('revoked');
    const seq = await write();
    expect(await witness.next()).toEqual({ topic: house, data: { seq } });
    expect(await cut.next()).toBeNull();
    expect((await listen(token)).code).toBe('revoked');
  });

  it('says nothing more to who was told to leave', async () => {
    const { id, token } = await pairKiosk(world.url, world.installer.token, world.houseA);
    const line = await listen(token);
    await ask(`${world.url}/api/v1/devices`, {
      token: world.coordinator.token,
      body: { house: world.houseA, device: id, does: 'leave' },
    });
    expect(await line.next()).toEqual({ topic: house, data: {} });
    await write();
    expect(await line.next()).toBeNull();
    expect((await listen(token)).code).toBe('leaving');
  });

  it('is cut for a trainer whose role ended, and for one who signed out everywhere', async () => {
    const gone = await hire(world, 'nghe-mot', [[world.houseA, 'trainer']]);
    const away = await hire(world, 'nghe-hai', [[world.houseA, 'trainer']]);
    const [ended, out] = [await listen(gone.token), await listen(away.token)];
    const crew = new Crew(world);
    expect(await crew.outcome({ does: 'end', staff: gone.id, role: 'trainer' })).toBe('ok');
    await ask(`${world.url}/api/v1/me/sign-out`, { method: 'POST', token: away.token });
    await write();
    expect(await ended.next()).toBeNull();
    expect(await out.next()).toBeNull();
    expect((await listen(gone.token)).code).toBe('not-allowed');
    expect((await listen(away.token)).code).toBe('not-signed-in');
  });
});

describe('a server at which sixty listen', () => {
  let full: Server;
  let town: World;
  beforeAll(async () => {
    full = await startServer();
    town = await furnish(full);
  });
  afterAll(() => full.stop());

  it('tells who comes later that it is full, and all may write and ask as before', async () => {
    const topics = [`house/${town.houseA}`];
    open.push(
      ...(await Promise.all(
        Array.from({ length: 60 }, () => openLine(town.url, town.trainer.token, topics)),
      )),
    );
    const late = await ask(`${town.url}/api/realtime`);
    expect([late.status, late.body.error.code]).toEqual([429, 'too-many']);
    const seq = await write(town);
    for (const line of open) expect(await line.next()).toEqual({ topic: topics[0], data: { seq } });
    expect(await opens(town.url, town.trainer.token, town.houseA)).toBe('ok');
  });
});
