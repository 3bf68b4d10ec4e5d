import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/ledger/canonical';
import type { AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import type { HouseBoard } from '$lib/classes/boards';
import type { PushResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish, hire, list, newId, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

const [minute, day, year] = [60_000, 86_400_000, 365 * 86_400_000];
const at = (moment: number) => new Date(moment).toISOString();
const tablet = () => new Tablet(world.houseA, world.trainer.id);
const occurredAt = (moment: number, of = tablet(), person = newId()) =>
  of.write(
    'lesson.started',
    { attempt: newId(), lesson: 'clock-check', version: 1 },
    { person, occurred: at(moment) },
  );

/** Pushes a row by a device whose own clock says `sentAt`, and answers what is pulled of it. */
async function pushed(row: Record<string, unknown>, sentAt = Date.now()) {
  const { status, body } = await ask<PushResponse>(`${world.url}/api/v1/sync/push`, {
    token: world.trainer.token,
    body: { client: row['device'], sentAt: at(sentAt), rows: [row] },
  });
  expect([status, body.results.map((one) => one.status)]).toEqual([200, ['ok']]);
  const { events } = await pullAll(world.url, world.trainer.token, world.houseA);
  const event = events.find(({ id }) => id === row['id']);
  if (!event) throw new Error('not pulled');
  return event;
}
const near = (moment: string | undefined, wanted: number) =>
  expect(Math.abs(Date.parse(moment ?? '') - wanted), moment).toBeLessThan(minute);

describe('an event of a device whose clock is wrong', () => {
  it('is believed where the clock is less than ten minutes off', async () => {
    const row = occurredAt(Date.now() - day);
    const event = await pushed(row, Date.now() - 9 * minute);
    expect(event).toEqual({ ...row, seq: event.seq });
  });

  it('happened when the clock as it sent says, where its device says nothing', async () => {
    const row = occurredAt(Date.now() - 3 * year - day);
    const event = await pushed(row, Date.now() - 3 * year);
    expect(event).toMatchObject({ occurred: row.occurred, clock: 'corrected' });
    near(event.happened, Date.now() - day);
  });

  it('happened when its device found out that it did, whatever its clock says now', async () => {
    const row = occurredAt(Date.now() - 3 * year - day);
    near((await pushed({ ...row, off: 3 * year })).happened, Date.now() - day);
    const right = occurredAt(Date.now() - day);
    expect(await pushed({ ...right, off: 0 }, Date.now() - 3 * year)).not.toHaveProperty('happened');
  });

  it('is not certain, and happened when it came, where its device knows no better', async () => {
    const event = await pushed({ ...occurredAt(Date.now() - 3 * year), clock: 'doubtful' });
    expect(event.clock).toBe('doubtful');
    near(event.happened, Date.now());
  });

  it('is not certain, but most likely happened then, where its device says both', async () => {
    const row = occurredAt(Date.now() - 3 * year - day);
    const event = await pushed({ ...row, off: 3 * year, clock: 'doubtful' });
    expect(event.clock).toBe('doubtful');
    near(event.happened, Date.now() - day);
  });

  it('is not certain where it would still be to come', async () => {
    for (const row of [
      occurredAt(Date.now() + 2 * year),
      { ...occurredAt(Date.now() - day), off: 2 * day },
      { ...occurredAt(0), off: -day },
    ]) {
      const event = await pushed(row);
      expect(event.clock).toBe('doubtful');
      near(event.happened, Date.now());
    }
  });

  it('is set aside where its device says of its clock what cannot be', async () => {
    const of = tablet();
    const nonsense = [
      ...[{ off: '5' }, { off: 0.5 }, { off: 1e18 }, { off: null }, { off: [1] }],
      ...[{ clock: 'right' }, { clock: '' }, { clock: null }, { off: 1, clock: {} }],
      ...[{ happened: at(0) }, { happened: at(0), clock: 'corrected' }],
    ];
    const rows = nonsense.map((said) => ({ ...occurredAt(Date.now(), of), ...said }));
    const { results } = await push(world.url, world.trainer.token, of.id, rows);
    expect(results.map((one) => ('why' in one ? one.why : one.status))).toEqual(
      nonsense.map(() => 'malformed'),
    );
  });

  it('is a duplicate whatever is said of the clock the second time, and the first stands', async () => {
    const row = occurredAt(Date.now() - day);
    const first = await pushed({ ...row, off: -day });
    const again = await push(world.url, world.trainer.token, row.device, [
      { ...row, clock: 'doubtful' },
      row,
    ]);
    expect(again.results).toEqual(Array(2).fill({ id: row.id, status: 'dup', seq: first.seq }));
    const { events } = await pullAll(world.url, world.trainer.token, world.houseA);
    expect(events.find(({ id }) => id === row.id)).toEqual(first);
  });

  it('has the hash of what it wrote: what is said of the clock is no part of it', async () => {
    const row = occurredAt(Date.now() - 3 * year);
    await pushed({ ...row, off: 3 * year });
    const [stored] = await list<{ hash: string }>(
      world.url,
      world.superuser,
      'events',
      `person='${row.person}'`,
    );
    expect(stored?.hash).toBe(createHash('sha256').update(canonicalJson(row)).digest('hex'));
  });
});

describe('what comes of it', () => {
  const rowOf = async <R>(table: string, key: string) => {
    const [found] = await list<{ data: R }>(
      world.url,
      world.superuser,
      'rows',
      `tbl='${table}' && key='${key}'`,
    );
    return found?.data;
  };

  it('shows the day that it happened, and says where that is not certain', async () => {
    const [of, person] = [tablet(), newId()];
    const key = `${person}|clock-check`;
    await pushed({ ...occurredAt(Date.now() - 3 * year, of, person), clock: 'doubtful' });
    const unsure = await rowOf<ProgressRow>('progress', key);
    near(unsure?.last, Date.now());
    expect(unsure?.doubtful).toBe(true);
    await pushed({ ...occurredAt(Date.now() - 3 * year - day, of, person), off: 3 * year });
    const sure = await rowOf<ProgressRow>('progress', key);
    near(sure?.last, Date.now() - day);
    expect(sure).not.toHaveProperty('doubtful');
  });

  it('counts among who was active when it happened, or came', async () => {
    const boss = await hire(world, 'counts', [[world.houseA, 'coordinator']]);
    const active = async () => {
      const { body } = await ask<HouseBoard>(`${world.url}/api/v1/boards/house?house=${world.houseA}`, {
        token: boss.token,
      });
      return body.active;
    };
    const of = tablet();
    const [one, two, three] = [of.register(41), of.register(42), of.register(43)];
    await push(world.url, world.trainer.token, of.id, [one, two, three]);
    const before = await active();
    await pushed({ ...occurredAt(Date.now() - 3 * year, of, one.person), off: 3 * year });
    await pushed({ ...occurredAt(Date.now() - 3 * year, of, two.person), clock: 'doubtful' });
    await pushed(occurredAt(Date.now() - 3 * year, of, three.person));
    expect(await active()).toBe(before + 2);
  });

  it('stands the same when rows are folded anew because somebody is erased', async () => {
    const of = tablet();
    const [session, person] = [newId(), newId()];
    const mark = of.write(
      'attendance.marked',
      { session, status: 'present' },
      { person, v: 2, occurred: at(Date.now() - 3 * year) },
    );
    await pushed({ ...mark, off: 3 * year - day });
    const before = await rowOf<AttendanceRow>('attendance', `${session}|${person}`);
    near(before?.at, Date.now() - day);
    const boss = new Tablet(world.houseA, world.coordinator.id);
    await push(world.url, world.coordinator.token, boss.id, [
      boss.write('person.erased', { reason: 'asked' }, { person }),
    ]);
    expect(await rowOf<AttendanceRow>('attendance', `${session}|${person}`)).toEqual(before);
    const { events } = await pullAll(world.url, world.trainer.token, world.houseA);
    expect(events.find(({ id }) => id === mark.id)).toMatchObject({
      erased: true,
      clock: 'corrected',
      happened: before?.at,
    });
  });
});
