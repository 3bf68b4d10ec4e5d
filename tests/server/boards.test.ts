import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassBoard, HouseBoard } from '$lib/classes/boards';
import type { Row } from '$lib/ledger/kind';
import { tallied } from '$lib/ledger/tallies';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, list, newId, type World } from './world';

let server: Server;
let world: World;
let tablet: Tablet;
let kiosk: Tablet;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  tablet = new Tablet(world.houseA, world.trainer.id);
  kiosk = new Tablet(world.houseA, '', world.kiosk.id);
});
afterAll(() => server.stop());

const lesson = 'vneid-activate';
const tells = (rows: Parameters<typeof push>[3]) => push(world.url, world.trainer.token, tablet.id, rows);
const sees = (rows: Parameters<typeof push>[3]) => push(world.url, world.kiosk.token, kiosk.id, rows);

/** Opens a class with so many people who are all marked present. */
async function hold(people: string[], session = newId(), lessons = [lesson]): Promise<string> {
  await tells([
    tablet.write('class.opened', { session, title: 'Lớp thử', lessons }),
    ...people.map((person, at) =>
      tablet.write(
        'person.registered',
        { name: `Trần Thị ${at}`, birthYear: 1950, number: 1 + at },
        { person },
      ),
    ),
    ...people.map((person) => mark(session, person, 'present')),
  ]);
  return session;
}

const mark = (session: string, person: string, status: string) =>
  tablet.write('attendance.marked', { session, status }, { person });
const correct = (session: string, person: string, status: string) =>
  tablet.write('attendance.corrected', { session, status, reason: 'Nhầm' }, { person });
const tried = (person: string, right: boolean) =>
  kiosk.write(
    'lesson.attempt',
    { attempt: newId(), lesson, step: 'alone', mode: 'test', right, helped: 0 },
    { person },
  );
const finished = (person: string, passed: boolean) =>
  kiosk.write(
    'lesson.finished',
    { attempt: newId(), lesson, version: 1, passed, slips: 0, allowed: 1, seconds: 60 },
    { person },
  );

async function classBoard(session: string): Promise<ClassBoard> {
  const path = `/api/v1/boards/class?house=${world.houseA}&session=${session}`;
  return (await ask<ClassBoard>(world.url + path, { token: world.trainer.token })).body;
}

async function houseBoard(house = world.houseA): Promise<HouseBoard> {
  const path = `/api/v1/boards/house?house=${house}`;
  return (await ask<HouseBoard>(world.url + path, { token: world.coordinator.token })).body;
}

const people = (count: number) => Array.from({ length: count }, newId);

describe('the board of a class', () => {
  it('counts somebody once who was marked twice, and moves the count when the mark is corrected', async () => {
    const [early = '', twice = '', wrong = '', gone = ''] = people(4);
    const session = await hold([early, twice, wrong, gone]);
    await tells([
      mark(session, twice, 'late'),
      correct(session, wrong, 'late'),
      correct(session, wrong, 'excused'),
      correct(session, gone, 'none'),
    ]);
    const board = await classBoard(session);
    expect(board.counts).toEqual({ present: 2, late: 0, excused: 1, left: 0, none: 1 });
    expect(board.roll.map(({ person }) => person.person).sort()).toEqual([early, twice, wrong].sort());
    const [held] = (await houseBoard()).classes.filter((one) => one.session === session);
    expect(held).toMatchObject({ title: 'Lớp thử', open: true, counts: board.counts });
  });

  it('names first who is stuck in a lesson of the class, also by what they did as a guest', async () => {
    const [fine = '', stuck = ''] = people(2);
    const session = await hold([fine, stuck]);
    const guest = kiosk.id.slice(16) + newId().slice(16);
    await sees([finished(fine, true), ...[1, 2, 3].map(() => tried(guest, false))]);
    expect((await classBoard(session)).stuck).toEqual([]);
    await sees([kiosk.write('guest.claimed', { guest }, { person: stuck })]);
    const board = await classBoard(session);
    expect(board.stuck).toEqual([stuck]);
    expect(board.roll.map(({ learning }) => learning)).toEqual(['stuck', 'passed']);
  });

  it('forgets what a claim brought once it is taken back, with the mark that came with it', async () => {
    const neighbour = newId();
    const session = await hold([]);
    const guest = kiosk.id.slice(16) + newId().slice(16);
    const came = { session, status: 'present', guest };
    await tells([
      tablet.write('person.registered', { name: 'Lê A', birthYear: 1950, number: 9 }, { person: neighbour }),
    ]);
    const before = await houseBoard();
    await sees([
      ...[1, 2, 3].map(() => tried(guest, false)),
      kiosk.write('guest.claimed', { guest }, { person: neighbour }),
      kiosk.write('attendance.marked', came, { person: neighbour, v: 2 }),
    ]);
    expect((await classBoard(session)).stuck).toEqual([neighbour]);
    expect((await houseBoard()).active).toBe(before.active + 1);
    const why = { guest, why: 'wrong-card' };
    await tells([
      correct(session, neighbour, 'none'),
      tablet.write('guest.unclaimed', why, { person: neighbour }),
    ]);
    const board = await classBoard(session);
    expect(board).toMatchObject({ stuck: [], roll: [], counts: { present: 0, none: 1 } });
    expect((await houseBoard()).active).toBe(before.active);
    await tells([correct(session, neighbour, 'present')]); // she came after all: as somebody who has learned nothing yet
    expect((await classBoard(session)).roll.map(({ learning }) => learning)).toEqual(['none']);
  });

  it('says that there is no such class where another house has it', async () => {
    const session = await hold(people(1));
    const path = `/api/v1/boards/class?house=${world.houseB}&session=${session}`;
    const answer = await ask(world.url + path, { token: world.stranger.token });
    expect(answer.body.error.code).toBe('not-found');
  });
});

describe('the board of a house', () => {
  it('shows how many learned, and whom of the roll it saw lately', async () => {
    const before = await houseBoard();
    const [learner = '', sleeper = '', attender = ''] = people(3);
    const session = newId();
    await tells([
      ...[learner, sleeper, attender].map((person) => ({ ...tablet.register(1), person })),
      mark(session, attender, 'present'),
      correct(session, learner, 'none'),
    ]);
    const past = { occurred: '2020-01-01T00:00:00.000Z' };
    await sees([
      finished(learner, false),
      finished(learner, true),
      { ...finished(sleeper, false), ...past },
      finished(newId(), true), // a guest: finished, but nobody of the roll
    ]);
    const after = await houseBoard();
    expect(after.people - before.people).toBe(3);
    expect(after.active - before.active).toBe(2);
    const of = (board: HouseBoard) =>
      board.lessons.find((one) => one.lesson === lesson) ?? { finished: 0, passed: 0 };
    expect(of(after).finished - of(before).finished).toBe(4);
    expect(of(after).passed - of(before).passed).toBe(2);
  });

  it('leaves out the classes of long ago, and knows nothing of other houses', async () => {
    const session = newId();
    const plan = { session, title: 'Lớp cũ', lessons: [], minutes: 90 };
    await tells([tablet.write('class.planned', { ...plan, starts: '2020-01-01T00:00:00.000Z' })]);
    expect((await houseBoard()).classes.map((one) => one.session)).not.toContain(session);
    const answer = await ask<HouseBoard>(`${world.url}/api/v1/boards/house?house=${world.houseB}`, {
      token: world.stranger.token,
    });
    expect(answer.body).toMatchObject({ classes: [], people: 0, active: 0, lessons: [] });
  });
});

describe('the figures that are kept', () => {
  interface Kept {
    house: string;
    name: string;
    key: string;
    n: number;
  }
  const kept = async () =>
    (await list<Kept>(world.url, world.superuser, 'tallies'))
      .filter(({ n }) => n !== 0)
      .map(({ house, name, key, n }) => [house, name, key, n].join(' '))
      .sort();

  it('are those that counting all rows anew comes to, here and on the server', async () => {
    await hold(people(5));
    const rows = await list<{ house: string; tbl: string; data: Row }>(world.url, world.superuser, 'rows');
    const sums = new Map<string, number>();
    for (const { house, tbl, data } of rows)
      for (const { name, key, n } of tallied(tbl, undefined, data)) {
        const at = [house, name, key].join(' ');
        sums.set(at, (sums.get(at) ?? 0) + n);
      }
    const found = await kept();
    expect(found).toEqual([...sums].map(([at, n]) => `${at} ${n}`).sort());
    expect(found.length).toBeGreaterThan(5);
    await server.command('recount');
    expect(await kept()).toEqual(found);
  });
});
