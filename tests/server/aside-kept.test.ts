import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAct } from '$lib/ledger/desk';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Desk } from './desk';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, type Staff, type World } from './world';

let server: Server;
let world: World;
let desk: Desk;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  desk = new Desk(world);
});
afterAll(() => server.stop());

const reason = 'Gửi nhầm';
const tabletOf = (staff: Staff) => new Tablet(world.houseA, staff.id);

describe('nothing that was set aside disappears', () => {
  it('by the hand of whoever looks after the machine', async () => {
    const tablet = tabletOf(world.trainer);
    const row = tablet.write('future.thing', { anything: 1 });
    await push(world.url, world.trainer.token, tablet.id, [row]);
    const { id } = await desk.row(row.id);
    await desk.decide(id, 'discard', reason);
    const [decision] = await list<{ id: string }>(world.url, world.superuser, 'decisions', `aside='${id}'`);
    const collections = `${world.url}/api/collections`;
    for (const at of [`quarantine/records/${id}`, `decisions/records/${decision?.id ?? ''}`]) {
      const { status } = await ask(`${collections}/${at}`, { method: 'DELETE', token: world.superuser });
      expect(status, at).toBe(400);
    }
    const changed = await ask(`${collections}/decisions/records/${decision?.id ?? ''}`, {
      method: 'PATCH',
      token: world.superuser,
      body: { reason: 'khác' },
    });
    expect(changed.status).toBe(400);
    expect(await desk.stored(`id='${id}'`)).toHaveLength(1);
  });

  it('whatever is decided, in whatever order, by whomever', async () => {
    const tablets = [tabletOf(world.trainer), tabletOf(world.stranger), tabletOf(world.installer)] as const;
    const rows = Array.from({ length: 4 }, (_, at) => [
      tablets[0].write('future.thing', { at }),
      tablets[0].write('person.registered', { name: '', birthYear: null, number: at + 1 }),
      tablets[1].register(100 + at),
      tablets[2].register(200 + at),
    ]).flat();
    const tokenOf = new Map<string, string>([
      [tablets[0].id, world.trainer.token],
      [tablets[1].id, world.stranger.token],
      [tablets[2].id, world.installer.token],
    ]);
    const send = (row: (typeof rows)[number]) =>
      push(world.url, tokenOf.get(row.device) ?? '', row.device, [row]);
    for (const row of rows) await send(row);
    const ids = await Promise.all(rows.map(async ({ id }) => (await desk.row(id)).id));

    const acts: (DeskAct | 'send')[] = ['retry', 'vouch', 'discard', 'reopen', 'send'];
    const steps = fc.sample(
      fc.record({
        act: fc.constantFrom(...acts),
        at: fc.nat(rows.length - 1),
        mayDecide: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      }),
      { seed: 20261124, numRuns: 150 },
    );
    const states = new Map<string, string>();
    let [aside, decided, numbered] = [await desk.stored(), await decisions(), await ledger()];
    for (const { act, at, mayDecide } of steps) {
      const [row, id] = [rows[at], ids[at] ?? ''];
      if (!row) throw new Error('no such row');
      if (act === 'send') await send(row);
      else {
        const needsReason = act === 'vouch' || act === 'discard';
        const token = mayDecide ? desk.token : world.trainer.token;
        await desk.decide(id, act, needsReason ? reason : undefined, token);
      }
      const now = await desk.stored();
      const contents = now.map(({ id: one, hash, row: sent }) => JSON.stringify([one, hash, sent])).sort();
      expect(contents).toEqual(
        aside.map(({ id: one, hash, row: sent }) => JSON.stringify([one, hash, sent])).sort(),
      );
      const history = await decisions();
      expect(history.slice(0, decided.length)).toEqual(decided);
      const events = await ledger();
      expect(events.slice(0, numbered.length)).toEqual(numbered);
      [aside, decided, numbered] = [now, history, events];
      for (const { id: one, state } of now) {
        if (states.get(one) === 'taken') expect(state).toBe('taken');
        states.set(one, state);
      }
    }
    const held = numbered.map(({ id }) => id);
    expect(new Set(held).size).toBe(held.length);
    expect(numbered.map(({ seq }) => seq)).toEqual(held.map((_id, at) => at + 1));
    const taken = aside.filter(({ state }) => state === 'taken').map(({ event }) => event);
    expect(taken.length).toBeGreaterThan(4);
    expect(taken.filter((event) => !held.includes(event))).toEqual([]);
    const open = rows.filter(({ id }) => held.includes(id)).map(({ id }) => id);
    expect(open.every((event) => taken.includes(event))).toBe(true);
  }, 60_000);
});

/** Every decision ever made, in order. */
async function decisions(): Promise<unknown[]> {
  return (await list<{ id: string; at: string }>(world.url, world.superuser, 'decisions')).sort(
    (one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id),
  );
}

/** The house's ledger as its coordinator reads it: ids in order, and their numbers. */
async function ledger() {
  const { events } = await pullAll(world.url, world.coordinator.token, world.houseA);
  return events.map(({ id, seq }) => ({ id, seq }));
}
