import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish, hire, list, newId, pairKiosk, remove, update, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

const why = ({ results }: PushResponse) =>
  results.map((result) => ('why' in result ? result.why : result.status));

describe('a sender', () => {
  it('writes into its own house only', async () => {
    const tablet = new Tablet(world.houseA, world.stranger.id);
    const answer = await push(world.url, world.stranger.token, tablet.id, [tablet.register(1)]);
    expect(why(answer)).toEqual(['wrong_house']);
    const kiosk = new Tablet(world.houseB, '', world.kiosk.id);
    const row = kiosk.write(
      'attendance.marked',
      { session: newId(), status: 'present' },
      { person: newId() },
    );
    expect(why(await push(world.url, world.kiosk.token, kiosk.id, [row]))).toEqual(['wrong_house']);
    expect((await pullAll(world.url, world.stranger.token, world.houseB)).events).toEqual([]);
  });

  it('writes what its role may write', async () => {
    const kiosk = new Tablet('', '', (await pairKiosk(world.url, world.installer.token, world.houseA)).id);
    const tablet = new Tablet(world.houseA, world.installer.id);
    expect(why(await push(world.url, world.installer.token, tablet.id, [tablet.register(1)]))).toEqual([
      'not_allowed',
    ]);
    expect(kiosk.id).not.toBe(world.kiosk.id);
  });

  it('cannot be a kiosk that writes as a trainer', async () => {
    const kiosk = new Tablet(world.houseA, '', world.kiosk.id);
    const mark = { session: newId(), status: 'present' };
    const answer = await push(world.url, world.kiosk.token, kiosk.id, [
      kiosk.register(1),
      kiosk.write('attendance.marked', mark, { person: newId(), author: world.trainer.id }),
      kiosk.write('attendance.marked', mark, { person: newId() }),
    ]);
    expect(why(answer)).toEqual(['not_allowed', 'not_allowed', 'ok']);
  });

  it('writes in no other name than its own', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const by = (author: string) => ({ ...tablet.register(1), author });
    const mark = { session: newId(), status: 'none', reason: 'x' };
    const answer = await push(world.url, world.trainer.token, tablet.id, [
      by(world.coordinator.id),
      tablet.write('attendance.corrected', mark, { person: newId(), author: world.coordinator.id }),
      by(newId()),
      by(''), // what a resident did on a tablet that was lent to them
      by(world.trainer.id),
    ]);
    expect(why(answer)).toEqual(['not_allowed', 'not_allowed', 'not_allowed', 'ok', 'ok']);
    const own = await pairKiosk(world.url, world.installer.token, world.houseA);
    const kiosk = new Tablet(world.houseA, world.coordinator.id, own.id);
    expect(why(await push(world.url, world.trainer.token, kiosk.id, [kiosk.register(1)]))).toEqual([
      'not_allowed',
    ]);
  });

  it('cannot speak for a paired device, but brings what staff wrote on it', async () => {
    const own = await pairKiosk(world.url, world.installer.token, world.houseA);
    const kiosk = new Tablet(world.houseA, '', own.id);
    const mark = { session: newId(), status: 'present' };
    const answer = await push(world.url, world.trainer.token, kiosk.id, [
      kiosk.write('attendance.marked', mark, { person: newId() }),
      kiosk.write('attendance.marked', mark, { person: newId(), author: world.trainer.id }),
    ]);
    expect(why(answer)).toEqual(['wrong_device', 'ok']);
    expect(answer.receipts).toEqual({ count: 2, max: 2 });
  });

  it('cannot be a device that speaks for another', async () => {
    const other = new Tablet(world.houseA, '', newId());
    const mark = other.write(
      'attendance.marked',
      { session: newId(), status: 'present' },
      { person: newId() },
    );
    const answer = await push(world.url, world.kiosk.token, other.id, [mark]);
    expect(why(answer)).toEqual(['wrong_device']);
    expect(answer.receipts).toEqual({ count: 0, max: 0 });
  });

  it('loses a house with the next request after the membership ends', async () => {
    const passing = await hire(world, 'passing', [[world.houseA, 'trainer']]);
    const tablet = new Tablet(world.houseA, passing.id);
    expect(why(await push(world.url, passing.token, tablet.id, [tablet.register(1)]))).toEqual(['ok']);
    const [membership] = await list<{ id: string }>(
      world.url,
      world.superuser,
      'memberships',
      `staff='${passing.id}'`,
    );
    await remove(world.url, world.superuser, 'memberships', membership?.id ?? '');
    expect(why(await push(world.url, passing.token, tablet.id, [tablet.register(1)]))).toEqual([
      'wrong_house',
    ]);
    const pulled = await ask(`${world.url}/api/v1/sync/pull?house=${world.houseA}`, { token: passing.token });
    expect(pulled.body).toMatchObject({ error: { code: 'not-allowed' } });
  });

  it('is told that it is revoked, at once and on every route', async () => {
    const kiosk = await pairKiosk(world.url, world.installer.token, world.houseA);
    await pullAll(world.url, kiosk.token, world.houseA);
    await update(world.url, world.superuser, 'devices', kiosk.id, { revoked: true });
    const tablet = new Tablet('', '', kiosk.id);
    const body = { client: kiosk.id, sentAt: new Date().toISOString(), rows: [tablet.register(1)] };
    for (const [path, sent] of [
      ['/api/v1/sync/pull', {}],
      ['/api/v1/sync/push', { body }],
      ['/api/v1/me', {}],
    ] as const) {
      const answer = await ask(`${world.url}${path}`, { token: kiosk.token, ...sent });
      expect(answer.body).toMatchObject({ error: { code: 'revoked' } });
    }
  });
});
