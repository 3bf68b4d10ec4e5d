import { cp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEvent, SequencedEvent } from '$lib/ledger/event';
import { personErased } from '$lib/ledger/kinds/person-erased';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { record } from '$lib/ledger/record';
import { reduced } from '$lib/ledger/reduced';
import { LedgerStore } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import { exchange } from '$lib/sync/exchange';
import { bentAt, type StoredRow } from '../chaos/fresh-fold';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from './api';
import { Desk } from './desk';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, newId, update, type World } from './world';

let server: Server;
let world: World;
let tablet: Tablet;
let boss: Tablet;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  tablet = new Tablet(world.houseA, world.trainer.id);
  boss = new Tablet(world.houseA, world.coordinator.id);
});
afterAll(() => server.stop());

const all = [
  ...(['events', 'rows', 'quarantine', 'decisions', 'receipts'] as const),
  ...(['houses', 'devices', 'meta'] as const),
];

/** Everything that lies on the server, as text. */
async function held(): Promise<string> {
  const parts = await Promise.all(all.map((name) => list(world.url, world.superuser, name)));
  return JSON.stringify(parts);
}

const send = (...rows: (LedgerEvent | Record<string, unknown>)[]) =>
  push(world.url, world.trainer.token, tablet.id, rows);
const erase = async (person: string) => {
  const row = boss.write('person.erased', { reason: 'asked' }, { person });
  await push(world.url, world.coordinator.token, boss.id, [row]);
  return row;
};
const rowsOf = (tbl: string, key: string) =>
  list<StoredRow>(world.url, world.superuser, 'rows', `tbl='${tbl}' && key~'${key}'`);
/** Every row of the server is what comes of folding anew what it holds. */
async function straight() {
  const events = await list<SequencedEvent>(world.url, world.superuser, 'events');
  expect(bentAt({ events, rows: await list<StoredRow>(world.url, world.superuser, 'rows') })).toEqual([]);
}

/** Somebody with a name that is found again, their marks, their lessons and their card. */
function life(name: string) {
  const session = newId();
  const registered = tablet.register(31, name);
  const { person } = registered;
  const about = (kind: string, payload: Record<string, unknown>) => tablet.write(kind, payload, { person });
  const card = newId();
  return {
    person,
    session,
    card,
    rows: [
      registered,
      about('attendance.marked', { session, status: 'late' }),
      about('attendance.corrected', { session, status: 'present', reason: `${name} đến đúng giờ` }),
      about('lesson.rated', { attempt: newId(), lesson: 'bank-qr', moment: 'after', face: 4 }),
      about('card.issued', { card, serial: 1, picture: 7, pin: 'c'.repeat(64) }),
    ],
  };
}

describe('whoever is erased', () => {
  it('leaves nothing on the server that says who they were, and is still counted', async () => {
    const { person, session, card, rows } = life('Lê Thị Xóa');
    await send(...rows);
    const before = await list<{ id: string; hash: string; chain: string }>(
      world.url,
      world.superuser,
      'events',
      `person='${person}'`,
    );
    await erase(person);
    const text = await held();
    for (const gone of ['Xóa', card, 'c'.repeat(64)]) expect(text).not.toContain(gone);
    expect(await rowsOf('people', person)).toEqual([]);
    expect(await rowsOf('cards', card)).toEqual([]);
    expect(await rowsOf('attendance', person)).toMatchObject([{ data: { status: 'present', session } }]);
    expect(await rowsOf('confidence', person)).toMatchObject([{ data: { after: 4 } }]);
    expect(await rowsOf('erasures', person)).toMatchObject([{ data: { reason: 'asked' } }]);
    // The history of the house still holds.
    const after = await list<{ id: string; hash: string; chain: string; erased: boolean }>(
      world.url,
      world.superuser,
      'events',
      `person='${person}' && kind!='person.erased'`,
    );
    expect(after.map(({ id, hash, chain }) => ({ id, hash, chain }))).toEqual(
      before.map(({ id, hash, chain }) => ({ id, hash, chain })),
    );
    expect(after.every(({ erased }) => erased)).toBe(true);
    await straight();
  });

  it('leaves no trace in the file of the database', async () => {
    const { person, rows } = life('Lê Thị Tệpmật');
    await send(...rows);
    await erase(person);
    await server.kill('SIGTERM');
    const file = await readFile(join(server.dataDir, 'data.db'));
    await server.restart();
    expect(file.includes(person)).toBe(true);
    expect(file.includes('Tệpmật')).toBe(false);
  });

  it('is told of to everybody who may read, reduced and marked', async () => {
    const { person, rows } = life('Lê Thị Kể');
    await send(...rows);
    await erase(person);
    for (const token of [world.trainer.token, world.kiosk.token]) {
      const { events } = await pullAll(world.url, token, world.houseA);
      const theirs = events.filter((event) => event.person === person);
      expect(theirs.find(({ kind }) => kind === 'person.registered')).toMatchObject({
        payload: {},
        erased: true,
      });
      expect(theirs.find(({ kind }) => kind === 'person.erased')?.payload).toEqual({ reason: 'asked' });
      expect(JSON.stringify(events)).not.toContain('Kể');
    }
  });

  it('stays erased whatever comes later: taken, answered for, numbered, counted, without a name', async () => {
    const { person, session, rows } = life('Lê Thị Trễ');
    await erase(person);
    const answer = await send(...rows);
    expect(answer.results.map(({ status }) => status)).toEqual(rows.map(() => 'ok'));
    expect(await held()).not.toContain('Trễ');
    expect(await rowsOf('attendance', session)).toMatchObject([{ data: { status: 'present' } }]);
    const again = await send(...rows);
    expect(again.results.map(({ status }) => status)).toEqual(rows.map(() => 'dup'));
    expect(again.receipts).toEqual(answer.receipts);
    await straight();
  });

  it('and all that is said of them in the same batch', async () => {
    const [registered, later] = [boss.register(32, 'Lê Thị Chung'), boss.register(33, 'Lê Thị Chung')];
    const { person } = registered;
    const gone = boss.write('person.erased', { reason: 'mistake' }, { person });
    const batch = [registered, gone, { ...later, person }];
    const { results } = await push(world.url, world.coordinator.token, boss.id, batch);
    expect(results.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
    expect(await held()).not.toContain('Chung');
    await straight();
  });

  it('leaves the same person of no other house touched, nor anybody else', async () => {
    const { rows } = life('Lê Thị Còn');
    await send(...rows);
    const away = new Tablet(world.houseB, world.stranger.id);
    await push(world.url, world.stranger.token, away.id, [away.register(1, 'Lê Thị Xa')]);
    await erase(newId());
    const text = await held();
    expect(text).toContain('Còn');
    expect(text).toContain('Xa');
  });

  it('is erased by a coordinator of the house alone', async () => {
    const { person, rows } = life('Lê Thị Giữ');
    await send(...rows);
    const tries = [
      await send(tablet.write('person.erased', { reason: 'asked' }, { person })),
      await push(world.url, world.kiosk.token, world.kiosk.id, [
        new Tablet(world.houseA, '', world.kiosk.id).write('person.erased', { reason: 'asked' }, { person }),
      ]),
      await push(world.url, world.coordinator.token, boss.id, [
        { ...boss.write('person.erased', { reason: 'asked' }, { person }), house: world.houseB },
        boss.write('person.erased', { reason: 'Lê Thị Giữ muốn' }, { person }),
      ]),
    ];
    expect(
      tries.flatMap(({ results }) => results.map((one) => ('why' in one ? one.why : one.status))),
    ).toEqual([...['not_allowed', 'not_allowed', 'wrong_house', 'bad_payload']]);
    expect(await rowsOf('people', person)).toHaveLength(1);
  });
});

describe('a device that was told before it had sent', () => {
  it('sends what may stay, and finds what the server has as a duplicate', async () => {
    const { person, rows } = life('Lê Thị Gửi');
    const [first = rows[0], ...rest] = rows as [LedgerEvent, ...LedgerEvent[]];
    if (!first) throw new Error('no rows');
    await send(first);
    await erase(person);
    const { results } = await send(...[first, ...rest].map(reduced));
    expect(results.map(({ status }) => status)).toEqual(['dup', ...rest.map(() => 'ok')]);
    expect((await send(...rest.map(reduced))).results.every(({ status }) => status === 'dup')).toBe(true);
    await straight();
  });

  it('cannot bring more than may stay, nor anything that its role may not write', async () => {
    const { rows } = life('Lê Thị Lén');
    const [first] = rows;
    const { results } = await send({ ...first, erased: true });
    expect(results).toMatchObject([{ status: 'ok' }]);
    expect(await held()).not.toContain('Lén');
    const foreign = tablet.write('event.discarded', {}, { person: newId() });
    expect((await send({ ...foreign, erased: true })).results).toMatchObject([{ why: 'not_allowed' }]);
    expect((await send({ ...tablet.register(3), erased: false })).results).toMatchObject([
      { why: 'malformed' },
    ]);
  });
});

describe('what was set aside of somebody who is erased', () => {
  it('is emptied and kept, with what was decided and without what was written of them', async () => {
    const desk = new Desk(world);
    const person = newId();
    const name = 'Lê Thị Riêng';
    const odd = [
      tablet.write('future.thing', { name }, { person }),
      { ...tablet.write('person.registered', { name, birthYear: null, number: 1 }, { person }), v: 99 },
      { ...tablet.write('person.registered', { name: ` ${name}`, birthYear: null, number: 1 }, { person }) },
      { id: newId(), person, name, nothing: 'else' },
      tablet.write('person.registered', { name: name.repeat(900) }, { person }),
    ];
    await send(...odd);
    const before = await desk.stored();
    const row = await desk.row(odd[0]?.id ?? '');
    await desk.decide(row.id, 'discard', `Gửi nhầm của ${name}`);
    await erase(person);
    expect(await held()).not.toContain('Riêng');
    const kept = await desk.stored();
    expect(kept.map(({ id, hash }) => ({ id, hash }))).toEqual(before.map(({ id, hash }) => ({ id, hash })));
    expect((await desk.row(odd[0]?.id ?? '', 'discarded')).decisions).toMatchObject([
      { act: 'discard', reason: '', by: 'Người coordinator' },
    ]);
    const { status } = await ask(`${world.url}/api/collections/quarantine/records/${row.id}`, {
      method: 'DELETE',
      token: world.superuser,
    });
    expect(status).toBe(400);

    // What was left out stays out, sent whole or reduced, and what comes anew is emptied, too.
    const more = tablet.write('other.thing', { name }, { person });
    const { results } = await send(odd[0] ?? {}, reduced(odd[0] as LedgerEvent), more);
    expect(results).toMatchObject([{ discarded: true }, { discarded: true }, { why: 'unknown_kind' }]);
    expect(await held()).not.toContain('Riêng');
    expect(await desk.stored()).toHaveLength(kept.length + 1);
  });

  it('can still be taken after all, and its device finds it again', async () => {
    const desk = new Desk(world);
    const { person, session, rows } = life('Lê Thị Sau');
    const late = rows[1] as LedgerEvent;
    const [membership] = await list<{ id: string }>(
      world.url,
      world.superuser,
      'memberships',
      `staff='${world.trainer.id}'`,
    );
    await update(world.url, world.superuser, 'memberships', membership?.id ?? '', { ended: '2026-01-01' });
    expect((await send(late)).results).toMatchObject([{ why: 'wrong_house' }]);
    await update(world.url, world.superuser, 'memberships', membership?.id ?? '', { ended: '' });
    await erase(person);
    const { id } = await desk.row(late.id);
    expect((await desk.decide(id, 'retry')).body).toMatchObject({ outcome: 'taken' });
    expect(await rowsOf('attendance', session)).toMatchObject([{ data: { status: 'late' } }]);
    expect((await send(late, reduced(late))).results).toMatchObject([{ status: 'dup' }, { status: 'dup' }]);
    await straight();
  });
});

describe('a server restored from a backup that still names somebody', () => {
  it('erases them again when the device comes that had erased them', async () => {
    const store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    const { id: author, token } = world.coordinator;
    const sender = {
      ...{ backend: connect(world.url, token), viewer: author, houses: [world.houseA] },
      sends: () => true,
    };
    const draft = { house: world.houseA, author, person: newId() };
    await record(store, personRegistered, { name: 'Lê Thị Dựlại', birthYear: 1950, number: 9 }, draft);
    await exchange(store, [sender]);

    const backup = `${server.dataDir}-backup`;
    await server.kill('SIGTERM');
    await cp(server.dataDir, backup, { recursive: true });
    await server.restart();
    await record(store, personErased, { reason: 'asked' }, draft);
    await exchange(store, [sender]);
    expect(await held()).not.toContain('Dựlại');

    await server.kill('SIGTERM');
    await rm(server.dataDir, { recursive: true });
    await rename(backup, server.dataDir);
    await server.command('restored');
    await server.restart();
    expect(await held()).toContain('Dựlại');
    await exchange(store, [sender]);
    expect(await held()).not.toContain('Dựlại');
    const here = await Promise.all(store.tables.map((table) => table.toArray()));
    expect(JSON.stringify(here)).not.toContain('Dựlại');
    expect(await store.outbox.count()).toBe(0);
    expect(await store.events.where('sent').equals('refused').count()).toBe(0);
    await straight();
  });
});
