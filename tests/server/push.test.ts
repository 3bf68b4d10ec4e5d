import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/ledger/canonical';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import { startServer, type Server } from '../support/server';
import { push } from './api';
import { Tablet } from './tablet';
import { create, furnish, hire, list, newId, pairKiosk, remove, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

describe('a push', () => {
  it('puts new events into the ledger in order, with a receipt for each', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const answer = await push(world.url, world.trainer.token, tablet.id, [
      tablet.register(1),
      tablet.register(2),
      tablet.register(3),
    ]);
    expect(answer.results.map((result) => result.status)).toEqual(['ok', 'ok', 'ok']);
    const numbers = answer.results.map((result) => ('seq' in result ? result.seq : 0));
    expect(numbers.map((seq) => seq - (numbers[0] ?? 0))).toEqual([0, 1, 2]);
    expect(answer.receipts).toEqual({ count: 3, max: 3 });
    expect(answer.epoch).toMatch(/^[0-9a-f]{32}$/);
  });

  it('answers dup with the same number when the reply was lost and all is sent again', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const rows = [tablet.register(4), tablet.register(5)];
    const first = await push(world.url, world.trainer.token, tablet.id, rows);
    const again = await push(world.url, world.trainer.token, tablet.id, rows);
    expect(again.results).toEqual(first.results.map((result) => ({ ...result, status: 'dup' })));
    expect(again.receipts).toEqual(first.receipts);
  });

  it('keeps the first content of an id and sets the second aside', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const first = tablet.register(6, 'Lê Văn Mẫu');
    const second = { ...tablet.register(6, 'Lê Văn Khác'), id: first.id };
    const answer = await push(world.url, world.trainer.token, tablet.id, [first, second, first]);
    expect(answer.results).toMatchObject([
      { status: 'ok' },
      { status: 'quarantined', why: 'id_conflict' },
      { status: 'dup' },
    ]);
    const aside = await list<{ why: string }>(
      world.url,
      world.superuser,
      'quarantine',
      `event='${first.id}'`,
    );
    expect(aside).toHaveLength(1);
  });

  it('sets a row aside once, however often it is pushed, and gives the same answer each time', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const odd = tablet.write('future.thing', { anything: 1 });
    const first = await push(world.url, world.trainer.token, tablet.id, [odd, odd]);
    const again = await push(world.url, world.trainer.token, tablet.id, [odd]);
    expect(first.results).toEqual(Array(2).fill({ id: odd.id, status: 'quarantined', why: 'unknown_kind' }));
    expect(again.results).toEqual(first.results.slice(0, 1));
    expect(again.receipts).toEqual({ count: 1, max: 1 });
    const aside = await list<{ row: unknown }>(world.url, world.superuser, 'quarantine', `event='${odd.id}'`);
    expect(aside.map(({ row }) => row)).toEqual([odd]);
  });

  it('takes a row that was set aside when its sender may write it by then', async () => {
    const tablet = new Tablet(world.houseB, world.coordinator.id);
    const row = tablet.register(7);
    const refused = await push(world.url, world.coordinator.token, tablet.id, [row]);
    expect(refused.results).toMatchObject([{ status: 'quarantined', why: 'wrong_house' }]);
    await create(world.url, world.superuser, 'memberships', {
      staff: world.coordinator.id,
      house: world.houseB,
      role: 'coordinator',
    });
    const taken = await push(world.url, world.coordinator.token, tablet.id, [row]);
    expect(taken.results).toMatchObject([{ status: 'ok' }]);
    const [aside] = await list<{ id: string; state: string }>(
      world.url,
      world.superuser,
      'quarantine',
      `event='${row.id}'`,
    );
    expect(aside?.state).toBe('taken');
    expect(await list(world.url, world.superuser, 'decisions', `aside='${aside?.id ?? ''}'`)).toMatchObject([
      { act: 'sent', actor: world.coordinator.id, why: 'wrong_house', state: 'taken' },
    ]);
  });

  it('goes on past every kind of bad row', async () => {
    const planned = (starts: string) => ({
      session: newId(),
      title: 'Lớp',
      lessons: [],
      starts,
      minutes: 90,
    });
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const good = tablet.register(8);
    const cases: [Record<string, unknown>, string][] = [
      [{}, 'malformed'],
      [{ ...tablet.register(9), id: 'ABC' }, 'malformed'],
      [{ ...tablet.register(9), extra: 1 }, 'malformed'],
      [{ ...tablet.register(9), payload: [] }, 'bad_payload'],
      [{ ...tablet.register(9), occurred: '9999-99-99T99:99:99.999Z' }, 'malformed'],
      [tablet.write('class.planned', planned('2026-02-30T01:30:00.000Z')), 'bad_payload'],
      [tablet.write('class.planned', planned('2026-11-23T01:30Z')), 'bad_payload'],
      [tablet.register(9, 'Trần Thị \u202eThử'), 'bad_payload'],
      [tablet.write('class.opened', { session: newId(), title: 'a\u0000b', lessons: [] }), 'bad_payload'],
      [JSON.parse('{"__proto__":{"a":1},"id":"x\\ud800\\u0000"}'), 'malformed'],
      [tablet.write('person.unknown', {}), 'unknown_kind'],
      [{ ...tablet.register(9), v: 99 }, 'unknown_version'],
      [tablet.write('person.registered', { name: '', birthYear: null, number: 1 }), 'bad_payload'],
      [
        tablet.write('person.registered', { name: 'x'.repeat(5000), birthYear: null, number: 1 }),
        'payload_too_large',
      ],
      [{ ...tablet.register(9), device: newId() }, 'wrong_device'],
      [{ ...tablet.register(9), house: world.houseB }, 'wrong_house'],
      [{ ...tablet.register(9), house: '' }, 'wrong_house'],
    ];
    const answer = await push(world.url, world.trainer.token, tablet.id, [
      ...cases.map(([row]) => row),
      good,
    ]);
    expect(answer.results.map((result) => ('why' in result ? result.why : result.status))).toEqual([
      ...cases.map(([, why]) => why),
      'ok',
    ]);
  });
});

describe('what is set aside', () => {
  const aside = async (event: string) => {
    const [found] = await list<{ hash: string; row: unknown; truncated: boolean }>(
      world.url,
      world.superuser,
      'quarantine',
      `event='${event}'`,
    );
    return found;
  };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  it('is kept by its beginning where it is too long, and by the fact that it was refused', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const long = tablet.write('class.opened', { session: newId(), title: 'Lớp «"» '.repeat(20_000) });
    const short = tablet.write('future.thing', { anything: 1 });
    const malformed = { ...tablet.register(9), extra: 'ế'.repeat(100_000) };
    const answer = await push(world.url, world.trainer.token, tablet.id, [long, short, malformed]);
    expect(answer.results).toMatchObject([
      { why: 'payload_too_large' },
      { why: 'unknown_kind' },
      { why: 'malformed' },
    ]);
    expect(answer.receipts).toEqual({ count: 3, max: 3 });
    for (const row of [long, malformed]) {
      expect(await aside(row.id)).toMatchObject({
        truncated: true,
        row: JSON.stringify(row).slice(0, 8000),
        hash: sha256(JSON.stringify(row)),
      });
    }
    expect(await aside(short.id)).toMatchObject({ truncated: false, row: short });
  });

  it('has the same hash here as on the server, however wide it is', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const wide = {
      many: Array.from({ length: 300 }, () => ({})),
      ...Object.fromEntries(Array.from({ length: 200 }, (_, at) => [at % 2 ? `${at}` : `khóa ${at}`, at])),
    };
    const inherited: unknown = JSON.parse('{"a":{},"__proto__":{"constructor":1}}');
    for (const payload of [wide, { 10: 1, 9: { b: 1, a: 2 } }, { inherited }]) {
      const row = tablet.write('future.thing', payload);
      await push(world.url, world.trainer.token, tablet.id, [row]);
      expect((await aside(row.id))?.hash).toBe(sha256(canonicalJson(row)));
    }
  });
});

describe('a slip with the name of something that every object has', () => {
  it('is counted like any other', async () => {
    const kiosk = new Tablet(world.houseA, '', world.kiosk.id);
    const person = newId();
    const lesson = { attempt: newId(), lesson: 'vneid-activate', step: 'alone', mode: 'test', right: false };
    await push(
      world.url,
      world.kiosk.token,
      kiosk.id,
      ['constructor', 'toString', 'constructor'].map((slip) =>
        kiosk.write('lesson.attempt', { ...lesson, slip, helped: 0 }, { person }),
      ),
    );
    const [row] = await list<{ data: ProgressRow }>(
      world.url,
      world.superuser,
      'rows',
      `key~'${person}' && tbl='progress'`,
    );
    expect(row?.data.slips).toEqual({ constructor: 2, toString: 1 });
  });
});

describe('receipts', () => {
  it('count what a tablet wrote, each number once, over everybody who used it', async () => {
    const id = newId();
    const tablet = new Tablet(world.houseA, world.trainer.id, id);
    const ofTrainer = [tablet.register(1), tablet.register(2)];
    const ofCoordinator = [{ ...tablet.register(3), author: world.coordinator.id }];
    const first = await push(world.url, world.trainer.token, id, ofTrainer);
    expect(first.receipts).toEqual({ count: 2, max: 2 });
    const second = await push(world.url, world.coordinator.token, id, ofCoordinator);
    expect(second.receipts).toEqual({ count: 3, max: 3 });

    const all = [...ofTrainer, ...ofCoordinator];
    const answered = [...first.results, ...second.results].map((result) => ({ ...result, status: 'dup' }));
    for (const { token } of [world.trainer, world.coordinator, world.trainer]) {
      const again = await push(world.url, token, id, all);
      expect(again.results).toEqual(answered);
      expect(again.receipts).toEqual({ count: 3, max: 3 });
    }
  });

  it('count what a kiosk saw and what staff wrote on it together', async () => {
    const own = await pairKiosk(world.url, world.installer.token, world.houseA);
    const kiosk = new Tablet(world.houseA, '', own.id);
    const mark = () =>
      kiosk.write('attendance.marked', { session: newId(), status: 'present' }, { person: newId() });
    const seen = await push(world.url, own.token, own.id, [mark(), mark()]);
    expect(seen.receipts).toEqual({ count: 2, max: 2 });
    const written = { ...kiosk.register(4), author: world.trainer.id };
    const staff = await push(world.url, world.trainer.token, own.id, [written]);
    expect(staff.receipts).toEqual({ count: 3, max: 3 });
    expect((await push(world.url, own.token, own.id, [mark()])).receipts).toEqual({ count: 4, max: 4 });
  });

  it('of a kiosk are not raised by somebody of another house who knows its id', async () => {
    const own = await pairKiosk(world.url, world.installer.token, world.houseA);
    const kiosk = new Tablet(world.houseA, '', own.id);
    const mark = () =>
      kiosk.write('attendance.marked', { session: newId(), status: 'present' }, { person: newId() });
    await push(world.url, own.token, own.id, [mark(), mark()]);
    const forged = [900_000, 3, 900_001].map((dseq, at) => ({
      ...new Tablet(at === 2 ? world.houseA : world.houseB, world.stranger.id, own.id).register(1),
      dseq,
    }));
    const answer = await push(world.url, world.stranger.token, own.id, [...forged, {}]);
    expect(answer.results.map(({ status }) => status)).toEqual(['ok', 'ok', 'quarantined', 'quarantined']);
    expect((await push(world.url, own.token, own.id, [mark()])).receipts).toEqual({ count: 3, max: 3 });
  });

  it('of a kiosk go on counting what somebody brings who has left the house since', async () => {
    const own = await pairKiosk(world.url, world.installer.token, world.houseA);
    const leaver = await hire(world, 'leaver', [[world.houseA, 'trainer']]);
    const kiosk = new Tablet(world.houseA, leaver.id, own.id);
    await push(world.url, leaver.token, own.id, [kiosk.register(1)]);
    const [membership] = await list<{ id: string }>(
      world.url,
      world.superuser,
      'memberships',
      `staff='${leaver.id}'`,
    );
    await remove(world.url, world.superuser, 'memberships', membership?.id ?? '');
    const refused = await push(world.url, leaver.token, own.id, [kiosk.register(2)]);
    expect(refused.results).toMatchObject([{ why: 'wrong_house' }]);
    expect(refused.receipts).toEqual({ count: 2, max: 2 });
  });

  it('stand when somebody who may not write it brings again what the ledger has', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const row = tablet.register(5);
    const first = await push(world.url, world.trainer.token, tablet.id, [row]);
    const elsewhere = await hire(world, 'elsewhere', [[world.houseB, 'trainer']]);
    for (const { token } of [world.installer, elsewhere]) {
      const again = await push(world.url, token, tablet.id, [row]);
      expect(again.results).toEqual([{ ...first.results[0], status: 'dup' }]);
      expect(again.receipts).toEqual({ count: 1, max: 1 });
      const changed = { ...row, occurred: new Date(0).toISOString() };
      const other = await push(world.url, token, tablet.id, [changed]);
      expect(other.results).toMatchObject([{ status: 'quarantined' }]);
    }
    const aside = await list<{ hash: string }>(world.url, world.superuser, 'quarantine', `event='${row.id}'`);
    expect(aside).toHaveLength(1); // the changed one; what the ledger has is not set aside
  });
});
