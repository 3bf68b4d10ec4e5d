import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hooksFolder } from '../../tools/paths.mjs';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { pullAll, push } from './api';
import { Desk } from './desk';
import { Tablet } from './tablet';
import { create, furnish, hire, liftLimits, list, newId, remove, type Staff, type World } from './world';

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
const tabletOf = (staff: Staff, house = world.houseA) => new Tablet(house, staff.id);

/** A row of an unknown kind by the trainer, set aside. */
async function odd(): Promise<string> {
  const tablet = tabletOf(world.trainer);
  const row = tablet.write('future.thing', { anything: 1 });
  await push(world.url, world.trainer.token, tablet.id, [row]);
  return row.id;
}

/** The house's ledger as its coordinator reads it: ids in order, and their numbers. */
async function ledger() {
  const { events } = await pullAll(world.url, world.coordinator.token, world.houseA);
  return events.map(({ id, seq }) => ({ id, seq }));
}

describe('the desk of a house', () => {
  it('says of a row why it lies there, who brought it, when, and what it holds', async () => {
    const kiosk = new Tablet(world.houseA, '', world.kiosk.id);
    const row = kiosk.write('class.opened', { session: newId(), title: 'Lớp sáng', lessons: [] });
    await push(world.url, world.kiosk.token, kiosk.id, [row]);
    expect(await desk.row(row.id)).toMatchObject({
      ...{ why: 'not_allowed', state: 'open', kind: 'class.opened', v: 1, truncated: false },
      ...{ device: world.kiosk.id, occurred: row.occurred, payload: row.payload, first: null },
      ...{ author: '', may: ['retry', 'vouch', 'discard'], decisions: [] },
    });
    const { body } = await desk.look('&limit=0');
    expect(body.rows).toEqual([]);
    expect(body.open.not_allowed).toBeGreaterThan(0);
  });

  it('shows both versions where an id came twice, and the first only to whom it belongs', async () => {
    const tablet = tabletOf(world.trainer);
    const first = tablet.register(1, 'Lê Văn Mẫu');
    const second = { ...tablet.register(1, 'Lê Văn Khác'), id: first.id };
    await push(world.url, world.trainer.token, tablet.id, [first, second]);
    expect(await desk.row(first.id)).toMatchObject({
      ...{ why: 'id_conflict', payload: second.payload, may: ['discard'] },
      first: { kind: 'person.registered', payload: first.payload, device: tablet.id },
    });

    const other = tabletOf(world.stranger, world.houseB);
    const copied = { ...other.register(2, 'Lê Thị Trùng'), id: first.id };
    await push(world.url, world.stranger.token, other.id, [copied]);
    const coordinatorB = await hire(world, 'coordinator-b', [[world.houseB, 'coordinator']]);
    const deskB = new Desk(world, coordinatorB.token, world.houseB);
    const seen = await deskB.row(first.id);
    expect(seen).toMatchObject({ why: 'id_conflict', payload: copied.payload, first: null });
    expect(JSON.stringify(seen)).not.toContain('Mẫu');
  });

  it('shows nobody what a row of no known kind holds, nor what is no event', async () => {
    const tablet = tabletOf(world.trainer);
    const future = tablet.write('future.thing', { secret: 'kín' });
    const malformed = { ...tablet.write('future.thing', { secret: 'kín' }), kind: { a: 1 }, occurred: 'nay' };
    await push(world.url, world.trainer.token, tablet.id, [future, malformed]);
    expect(await desk.row(future.id)).toMatchObject({ kind: 'future.thing', payload: null });
    const shown = await desk.row(malformed.id);
    expect(shown).toMatchObject({ why: 'malformed', kind: '', v: 1, occurred: '', payload: null });
    expect(JSON.stringify(await desk.all())).not.toContain('kín');
  });

  it('gets what names no house from the house of the device or of the member of staff who brought it', async () => {
    const homeless = { ...tabletOf(world.trainer).register(3), house: '' };
    await push(world.url, world.trainer.token, homeless.device, [homeless, {}]);
    await push(world.url, world.kiosk.token, world.kiosk.id, [{ nothing: 'at all' }]);
    const leaver = await hire(world, 'leaver', [[world.houseA, 'trainer']]);
    const tablet = tabletOf(leaver);
    await push(world.url, leaver.token, tablet.id, [tablet.register(4)]);
    await dismiss(leaver);
    await push(world.url, leaver.token, tablet.id, [{ after: 'leaving' }]);
    const mine = await desk.stored(`desk='${world.houseA}'`);
    const brought = (client: string) => mine.filter((row) => (row as { client?: string }).client === client);
    expect(brought(homeless.device)).toHaveLength(2);
    expect(brought(world.kiosk.id).map(({ row }) => row)).toContainEqual({ nothing: 'at all' });
    expect(brought(tablet.id)).toHaveLength(1);
  });

  it('is read page by page, each row once', async () => {
    const rows = await desk.all('open', 3);
    expect(rows.length).toBeGreaterThan(6);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect((await desk.all('open', 50)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});

async function dismiss(staff: Staff): Promise<void> {
  const filter = `staff='${staff.id}'`;
  for (const { id } of await list<{ id: string }>(world.url, world.superuser, 'memberships', filter))
    await remove(world.url, world.superuser, 'memberships', id);
}

describe('whoever is not a coordinator of the house', () => {
  it('may neither look nor decide, whatever they ask for', async () => {
    const { id } = await desk.row(await odd());
    const editor = await hire(world, 'editor', [[world.houseA, 'editor']]);
    const approver = await hire(world, 'approver', [[world.houseA, 'approver']]);
    const elsewhere = await hire(world, 'elsewhere', [[world.houseB, 'coordinator']]);
    const others = [world.trainer, world.installer, world.stranger, world.kiosk, editor, approver, elsewhere];
    for (const { token } of others) {
      expect((await desk.look('', token)).body.error.code).toBe('not-allowed');
      for (const act of ['retry', 'reopen'] as const)
        expect((await desk.decide(id, act, undefined, token)).body.error.code).toBe('not-allowed');
      for (const act of ['vouch', 'discard'] as const)
        expect((await desk.decide(id, act, reason, token)).body.error.code).toBe('not-allowed');
    }
    expect((await desk.decide(id, 'retry', undefined, '')).body.error.code).toBe('not-signed-in');
    const fromB = new Desk(world, elsewhere.token, world.houseB);
    expect((await fromB.decide(id, 'retry')).body.error.code).toBe('not-found');
    expect(await desk.row((await desk.stored(`id='${id}'`))[0]?.event ?? '')).toMatchObject({
      ...{ id, decisions: [] },
    });
  });
});

describe('to discard', () => {
  it('takes a reason of three letters, can be taken back, and deletes nothing', async () => {
    const event = await odd();
    const { id } = await desk.row(event);
    for (const empty of [undefined, '', '  ab  ', '12345', '…!?', `a${'x'.repeat(200)}`])
      expect((await desk.decide(id, 'discard', empty)).body.error.code).toBe('bad-request');
    const discarded = await desk.decide(id, 'discard', `  ${reason}  `);
    expect(discarded.body).toMatchObject({
      outcome: 'discarded',
      row: {
        state: 'discarded',
        may: ['reopen'],
        decisions: [{ act: 'discard', reason, by: 'Người coordinator' }],
      },
    });
    expect((await desk.all('open')).map((row) => row.id)).not.toContain(id);
    expect(await desk.row(event, 'discarded')).toMatchObject({ id });
    expect((await desk.decide(id, 'retry')).body.outcome).toBe('decided-before');
    expect((await desk.decide(id, 'reopen')).body).toMatchObject({
      outcome: 'reopened',
      row: { state: 'open', decisions: [{ act: 'discard' }, { act: 'reopen' }] },
    });
    expect((await desk.decide(id, 'reopen')).body.outcome).toBe('decided-before');
  });

  it('holds against a device that sends the row again when its sender may write it by then', async () => {
    const newcomer = await hire(world, 'newcomer', []);
    const tablet = tabletOf(newcomer);
    const row = tablet.register(11);
    await push(world.url, newcomer.token, tablet.id, [row]);
    const { id } = await desk.row(row.id);
    await desk.decide(id, 'discard', reason);
    await create(world.url, world.superuser, 'memberships', {
      staff: newcomer.id,
      house: world.houseA,
      role: 'trainer',
    });
    const again = await push(world.url, newcomer.token, tablet.id, [row]);
    expect(again.results).toEqual([
      { id: row.id, status: 'quarantined', why: 'wrong_house', discarded: true },
    ]);
    await desk.decide(id, 'reopen');
    expect((await push(world.url, newcomer.token, tablet.id, [row])).results).toMatchObject([
      { status: 'ok' },
    ]);
    expect((await desk.row(row.id, 'taken')).decisions.map(({ act }) => act)).toEqual([
      'discard',
      'reopen',
      'sent',
    ]);
  });
});

describe('to try again', () => {
  it('takes what is right by now, once and in order, with its receipt, and folds it', async () => {
    const newcomer = await hire(world, 'late', []);
    const tablet = tabletOf(newcomer);
    const row = tablet.register(21, 'Phạm Thị Muộn');
    await push(world.url, newcomer.token, tablet.id, [row]);
    const { id } = await desk.row(row.id);
    expect((await desk.decide(id, 'retry')).body).toMatchObject({ outcome: 'still', row: { state: 'open' } });
    await create(world.url, world.superuser, 'memberships', {
      staff: newcomer.id,
      house: world.houseA,
      role: 'trainer',
    });
    const before = await ledger();
    expect((await desk.decide(id, 'retry')).body).toMatchObject({
      outcome: 'taken',
      row: { state: 'taken', may: [], decisions: [{ act: 'retry', state: 'open' }, { act: 'retry' }] },
    });
    const after = await ledger();
    expect(after).toEqual([...before, { id: row.id, seq: (before.at(-1)?.seq ?? 0) + 1 }]);
    expect(await list(world.url, world.superuser, 'rows', `key='${row.person}'`)).toMatchObject([
      { data: { name: 'Phạm Thị Muộn' } },
    ]);
    expect(await list(world.url, world.superuser, 'receipts', `event='${row.id}'`)).toMatchObject([
      { status: 'ok', why: '', sender: newcomer.id },
    ]);
    const again = await push(world.url, newcomer.token, tablet.id, [row]);
    expect(again).toMatchObject({ results: [{ status: 'dup' }], receipts: { count: 1, max: 1 } });
    for (const act of ['retry', 'reopen'] as const)
      expect((await desk.decide(id, act)).body.outcome).toBe('decided-before');
    expect(await ledger()).toEqual(after);
  });

  it('takes what an update has made known since', async () => {
    // An older server, which does not know one of the kinds yet.
    const older = await copyHooks({ bundle: (text) => text.replaceAll('"class.closed"', '"class.ended"') });
    const updated = await startServer({ hooks: older.folder });
    try {
      const there = await furnish(updated);
      const tablet = new Tablet(there.houseA, there.trainer.id);
      const row = tablet.write('class.closed', { session: newId() });
      const { results } = await push(there.url, there.trainer.token, tablet.id, [row]);
      expect(results).toMatchObject([{ why: 'unknown_kind' }]);
      const its = new Desk(there);
      const { id } = await its.row(row.id);
      expect((await its.decide(id, 'retry')).body.outcome).toBe('still');
      await cp(hooksFolder, older.folder, { recursive: true });
      await updated.restart();
      expect((await its.decide(id, 'retry')).body.outcome).toBe('taken');
      const { events } = await pullAll(there.url, there.coordinator.token, there.houseA);
      expect(events.map((event) => [event.id, event.seq])).toEqual([[row.id, 1]]);
    } finally {
      await updated.stop();
      await older.remove();
    }
  });

  it('does not make the second content of an id the first', async () => {
    const tablet = tabletOf(world.trainer);
    const first = tablet.register(22, 'Lê Văn Trước');
    const second = { ...tablet.register(22, 'Lê Văn Sau'), id: first.id };
    await push(world.url, world.trainer.token, tablet.id, [first, second]);
    const { id } = await desk.row(first.id);
    expect((await desk.decide(id, 'retry')).body.error.code).toBe('not-allowed');
    expect((await desk.decide(id, 'vouch', reason)).body.error.code).toBe('not-allowed');
    const [event] = await list(world.url, world.superuser, 'events', `id='${first.id}'`);
    expect(event).toMatchObject({ payload: first.payload });
  });

  it('is not offered where only the beginning was kept', async () => {
    const tablet = tabletOf(world.trainer);
    const long = tablet.write('class.opened', { session: newId(), title: 'Lớp '.repeat(5000) });
    await push(world.url, world.trainer.token, tablet.id, [long]);
    const row = await desk.row(long.id);
    expect(row).toMatchObject({ why: 'payload_too_large', truncated: true, payload: null, may: ['discard'] });
    expect((await desk.decide(row.id, 'retry')).body.error.code).toBe('not-allowed');
  });
});

describe('to vouch', () => {
  it('lends a row the role of the coordinator, with a reason', async () => {
    const tablet = tabletOf(world.stranger);
    const row = tablet.register(31);
    await push(world.url, world.stranger.token, tablet.id, [row]);
    const { id, may } = await desk.row(row.id);
    expect(may).toContain('vouch');
    expect((await desk.decide(id, 'vouch')).body.error.code).toBe('bad-request');
    expect((await desk.decide(id, 'vouch', 'Dạy thay hôm đó')).body).toMatchObject({
      outcome: 'taken',
      row: { decisions: [{ act: 'vouch', reason: 'Dạy thay hôm đó', state: 'taken' }] },
    });
    expect((await ledger()).at(-1)?.id).toBe(row.id);
    // The stranger's own way in is as shut as before.
    const next = await push(world.url, world.stranger.token, tablet.id, [tablet.register(32)]);
    expect(next.results).toMatchObject([{ why: 'wrong_house' }]);
  });

  it('helps neither who speaks for another nor what its kind does not allow', async () => {
    const tablet = tabletOf(world.trainer);
    const other = { ...tablet.register(33), author: world.installer.id };
    const empty = { ...tablet.write('person.registered', { name: '', birthYear: null, number: 1 }) };
    const foreign = { ...tablet.register(34), device: newId() };
    const { results } = await push(world.url, world.trainer.token, tablet.id, [other, empty, foreign]);
    expect(results).toMatchObject([{ why: 'not_allowed' }, { why: 'bad_payload' }, { why: 'wrong_device' }]);
    const before = await ledger();
    expect((await desk.decide((await desk.row(other.id)).id, 'vouch', reason)).body.outcome).toBe('still');
    for (const { id } of [empty, foreign]) {
      const row = await desk.row(id);
      expect((await desk.decide(row.id, 'vouch', reason)).body.error.code).toBe('not-allowed');
    }
    expect(await ledger()).toEqual(before);
  });
});
