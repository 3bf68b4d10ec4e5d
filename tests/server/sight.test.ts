import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldRow, rowsOf, type RowRef } from '$lib/ledger/fold';
import { readEvent } from '$lib/ledger/read';
import type { PullResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish, hire, list, newId, type World } from './world';

let server: Server;
let world: World;
const person = newId();
const session = newId();
const attempt = newId();

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  const tablet = new Tablet(world.houseA, world.trainer.id);
  const lesson = { attempt, lesson: 'vneid-activate' };
  await push(world.url, world.trainer.token, tablet.id, [
    tablet.write('person.registered', { name: 'Trần Thị Mẫu Ánh', birthYear: 1950, number: 5 }, { person }),
    tablet.write('class.opened', { session, title: 'Buổi thử', lessons: ['vneid-activate'] }),
    tablet.write('attendance.marked', { session, status: 'late' }, { person }),
    tablet.write('attendance.corrected', { session, status: 'present', reason: 'Nhầm' }, { person }),
  ]);
  const kiosk = new Tablet('', '', world.kiosk.id);
  await push(world.url, world.kiosk.token, kiosk.id, [
    kiosk.write('lesson.started', { ...lesson, version: 1 }, { person }),
    kiosk.write(
      'lesson.attempt',
      { ...lesson, step: 'alone', mode: 'test', right: false, slip: 'otp.told-code', helped: 1 },
      { person },
    ),
    kiosk.write('attendance.marked', { session, status: 'present' }, { person }),
    kiosk.write(
      'lesson.finished',
      { ...lesson, version: 1, passed: true, slips: 0, allowed: 1, seconds: 90 },
      { person },
    ),
    kiosk.write('lesson.rated', { ...lesson, moment: 'after', face: 4 }, { person }),
    kiosk.write('milestone.reached', { ...lesson, step: 'mine', milestone: 'vneid-level-2' }, { person }),
  ]);
});
afterAll(() => server.stop());

describe('what a pull shows', () => {
  it('shows a kiosk the given name and the class, and nothing of what people did', async () => {
    const { events, next } = await pullAll(world.url, world.kiosk.token, world.houseA);
    expect(events.map(({ kind }) => kind)).toEqual(['person.registered', 'class.opened']);
    expect(events[0]?.payload).toEqual({ name: 'Ánh', birthYear: null, number: 5 });
    expect(next).toBe(10);
  });

  it('moves the cursor over what may not be seen, page by page', async () => {
    const seen: number[] = [];
    let since = 0;
    let pages = 0;
    for (let more = true; more; pages++) {
      const { body } = await ask<PullResponse>(`${world.url}/api/v1/sync/pull?since=${since}&limit=1`, {
        token: world.kiosk.token,
      });
      seen.push(...body.events.map(({ seq }) => seq));
      since = body.next;
      more = body.more;
    }
    expect({ seen, since, pages }).toEqual({ seen: [1, 2], since: 10, pages: 2 });
  });

  it('shows a coordinator every event as it was written, the house filled in', async () => {
    const { events } = await pullAll(world.url, world.coordinator.token, world.houseA);
    expect(events).toHaveLength(10);
    expect(new Set(events.map(({ house }) => house))).toEqual(new Set([world.houseA]));
    expect(events[0]?.payload).toEqual({ name: 'Trần Thị Mẫu Ánh', birthYear: 1950, number: 5 });
  });

  it('shows an installer nothing, and more to who has a second role', async () => {
    expect((await pullAll(world.url, world.installer.token, world.houseA)).events).toEqual([]);
    const both = await hire(world, 'both', [
      [world.houseA, 'installer'],
      [world.houseA, 'trainer'],
    ]);
    expect((await pullAll(world.url, both.token, world.houseA)).events).toHaveLength(10);
  });

  it('folds into the same rows here as on the server', async () => {
    const { events } = await pullAll(world.url, world.coordinator.token, world.houseA);
    const read = events.map((event) => {
      const now = readEvent(event);
      if ('why' in now) throw new Error(now.why);
      return { ...now.event, seq: event.seq };
    });
    const refs = new Map<string, RowRef>();
    for (const event of read) for (const ref of rowsOf(event)) refs.set(`${ref.table}/${ref.key}`, ref);
    const here = Object.fromEntries([...refs].map(([at, ref]) => [at, foldRow(ref, read)]));
    interface Stored {
      tbl: string;
      key: string;
      grp: string;
      data: unknown;
    }
    const stored = await list<Stored>(world.url, world.superuser, 'rows', `house='${world.houseA}'`);
    const there = Object.fromEntries(stored.map(({ tbl, key, data }) => [`${tbl}/${key}`, data]));
    expect(there).toEqual(here);
    expect(Object.keys(there)).toHaveLength(6);
    for (const { tbl, key, grp } of stored) expect(grp).toBe(refs.get(`${tbl}/${key}`)?.group);
  });
});
