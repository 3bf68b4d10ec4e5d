import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEvent } from '$lib/ledger/event';
import { startServer, type Server } from '../support/server';
import { pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish, list, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

/** Pushes until every row is answered, however often the server is gone; never more than a minute. */
async function pushStubbornly(tablet: Tablet, rows: LedgerEvent[], token: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (let from = 0; from < rows.length;) {
    if (Date.now() > deadline) throw new Error('the server did not take the rows');
    const batch = rows.slice(from, from + 20);
    try {
      const { results } = await push(world.url, token, tablet.id, batch);
      expect(results.every(({ status }) => status === 'ok' || status === 'dup')).toBe(true);
      from += batch.length;
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem; // fetch's word for a lost connection
    }
  }
}

describe('the order of a house', () => {
  it('has no gap and no number twice when six devices push at once', async () => {
    const before = await pullAll(world.url, world.coordinator.token, world.houseA);
    const tablets = Array.from({ length: 6 }, () => new Tablet(world.houseA, world.trainer.id));
    await Promise.all(
      tablets.map(async (tablet) => {
        for (let batch = 0; batch < 8; batch++) {
          const rows = Array.from({ length: 25 }, (_, index) => tablet.register(1 + index));
          await push(world.url, world.trainer.token, tablet.id, rows);
        }
      }),
    );
    const after = await pullAll(world.url, world.coordinator.token, world.houseA, 170);
    expect(after.events).toHaveLength(before.events.length + 6 * 8 * 25);
    expect(after.events.map(({ seq }) => seq)).toEqual(after.events.map((_, index) => index + 1));
    // Each device's own order is kept.
    for (const tablet of tablets) {
      const own = after.events.filter(({ device }) => device === tablet.id).map(({ dseq }) => dseq);
      expect(own).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    }
  });

  it('holds every event exactly once when the server is killed again and again while devices push', async () => {
    const before = await pullAll(world.url, world.coordinator.token, world.houseA);
    const tablets = Array.from({ length: 3 }, () => new Tablet(world.houseA, world.trainer.id));
    const written = tablets.map((tablet) => Array.from({ length: 300 }, () => tablet.register(7)));
    const pushing = Promise.all(
      tablets.map((tablet, index) => pushStubbornly(tablet, written[index] ?? [], world.trainer.token)),
    );
    for (let cut = 0; cut < 4; cut++) {
      const reached = before.events.length + (cut + 1) * 120;
      await expect
        .poll(() => list(world.url, world.superuser, 'houses', `id='${world.houseA}' && seq>=${reached}`), {
          timeout: 20_000,
          interval: 5,
        })
        .toHaveLength(1);
      await server.kill('SIGKILL');
      await server.restart();
    }
    await pushing;
    const after = await pullAll(world.url, world.coordinator.token, world.houseA);
    const fresh = after.events.slice(before.events.length);
    expect(new Set(fresh.map(({ id }) => id))).toEqual(new Set(written.flat().map(({ id }) => id)));
    expect(fresh).toHaveLength(900);
    expect(after.events.map(({ seq }) => seq)).toEqual(after.events.map((_, index) => index + 1));
  }, 90_000);

  it('stays as it was over a restart, epoch and all', async () => {
    const before = await pullAll(world.url, world.coordinator.token, world.houseA);
    await server.restart();
    expect(await pullAll(world.url, world.coordinator.token, world.houseA)).toEqual(before);
  });

  it('begins a new epoch when the operator says that a backup was restored', async () => {
    const before = await pullAll(world.url, world.coordinator.token, world.houseA);
    await server.command('restored');
    const after = await pullAll(world.url, world.coordinator.token, world.houseA);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.events).toEqual(before.events);
  });
});
