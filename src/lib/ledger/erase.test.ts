import fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { cursorOf } from './cursor';
import { settle, takeIn } from './custody';
import type { LedgerEvent, SequencedEvent } from './event';
import { foldRow, rowsOf } from './fold';
import { keepFolded } from './keep-folded';
import { attendanceMarked } from './kinds/attendance-marked';
import { cardIssued } from './kinds/card-issued';
import { personErased } from './kinds/person-erased';
import { personRegistered } from './kinds/person-registered';
import { leaveOut } from './leave-out';
import { readEvent } from './read';
import { newId, record } from './record';
import { reduced } from './reduced';
import { LedgerStore } from './store';

const [house, person, other, session] = [newId(), newId(), newId(), newId()];
const author = newId();
const name = 'Trần Thị Riêng';
const open = () => new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });

let store: LedgerStore;
beforeEach(() => {
  store = open();
});

const register = (whom = person) =>
  record(store, personRegistered, { name, birthYear: 1951, number: 7 }, { house, author, person: whom });
const mark = () => record(store, attendanceMarked, { session, status: 'present' }, { house, author, person });
const erase = () => record(store, personErased, { reason: 'asked' }, { house, author, person });

/** Everything that the device holds, as text. */
async function held(of = store): Promise<string> {
  return JSON.stringify(await Promise.all(of.tables.map((table) => table.toArray())));
}

let seq = 0;
const numbered = (event: LedgerEvent): SequencedEvent => ({ ...event, seq: ++seq });
const elsewhere = (kind: string, payload: object, whom = person): LedgerEvent => ({
  ...{ id: newId(), house, household: '', person: whom, author, kind, v: 1, device: newId(), dseq: 1 },
  payload: { ...payload },
  occurred: '2026-11-23T01:00:00.000Z',
});
const told = () => elsewhere('person.registered', { name, birthYear: 1951, number: 7 });
const tombstone = () => elsewhere('person.erased', { reason: 'left' });

describe('whoever is erased on a device', () => {
  it('leaves no name on it, sent or waiting, and is still counted', async () => {
    await register();
    await mark();
    await takeIn(store, house, [numbered(told())], 1);
    await erase();
    expect(await held()).not.toContain('Riêng');
    expect(await store.list(house, 'people', 'house')).toEqual([]);
    expect(await store.list(house, 'attendance', session)).toMatchObject([{ person, status: 'present' }]);
    expect(await store.outbox.count()).toBe(3);
  });

  it('takes nobody else along', async () => {
    await register(other);
    await register();
    await erase();
    expect(await store.list(house, 'people', 'house')).toMatchObject([{ person: other, name }]);
  });

  it('leaves nothing of what is pulled or written about them afterwards', async () => {
    await erase();
    await takeIn(store, house, [numbered(told())], 1);
    await register();
    await mark();
    expect(await held()).not.toContain('Riêng');
    expect(await store.list(house, 'attendance', session)).toHaveLength(1);
  });

  it('leaves nothing of what lies aside there', async () => {
    const { id } = await register();
    await store.events.update(id, { sent: 'stuck' });
    await leaveOut(store, id, `${name} có rồi`, author);
    await erase();
    expect(await held()).not.toContain('Riêng');
  });

  it('has no card any more, whoever wrote of it', async () => {
    const card = { card: newId(), serial: 4, picture: 3 };
    await record(store, cardIssued, card, { house, author, person });
    await erase();
    expect(await store.list(house, 'cards', 'house')).toEqual([]);
    expect(await held()).not.toContain(card.card);
  });
});

describe('whoever was erased elsewhere', () => {
  it.each([
    ['before', [tombstone, told]],
    ['after', [told, tombstone]],
  ])('leaves no name, told %s what is known of them', async (_, order) => {
    await register();
    for (const make of order) await takeIn(store, house, [numbered(make())], 1);
    expect(await held()).not.toContain('Riêng');
  });

  it('leaves no name on a device that was updated to know of erasures', async () => {
    const [known, gone] = [numbered(told()), numbered(tombstone())];
    for (const event of [known, gone]) await store.events.put({ ...event, sent: 'kept', own: 0, refs: [] });
    await store.setFact('folded-by', 'an older app');
    await keepFolded(store);
    expect(await held()).not.toContain('Riêng');
    expect(await store.list(house, 'erasures', 'house')).toHaveLength(1);
  });
});

it('an erasure that the server sets aside erases nobody: what others wrote is fetched again', async () => {
  const event = numbered(told());
  await takeIn(store, house, [event], 1);
  const { id } = await erase();
  await settle(store, [{ id, status: 'quarantined', why: 'not_allowed' }], author);
  expect(await cursorOf(store, house)).toBe(0);
  await takeIn(store, house, [event], 1);
  expect(await store.list(house, 'people', 'house')).toMatchObject([{ person, name }]);
});

it('a device comes to the rows of a fold of what is left, wherever the erasure stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(
          fc.constantFrom(told, tombstone, () => elsewhere('attendance.marked', { session, status: 'late' })),
          {
            minLength: 1,
            maxLength: 8,
          },
        )
        .chain((makes) => {
          const events = makes.map((make, at) => ({ ...make(), seq: at + 1 }));
          return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
        }),
      async ([events, arrived]) => {
        const device = open();
        for (const event of arrived) await takeIn(device, house, [event], event.seq);
        const erased = events.some(({ kind }) => kind === 'person.erased');
        const left = events.map((event) => (erased ? reduced(event) : event));
        const readable = left.filter((event) => 'event' in readEvent(event));
        const wanted = new Map(
          readable.flatMap((event) =>
            rowsOf(event).map((ref) => [`${ref.table} ${ref.key}`, foldRow(ref, readable)] as const),
          ),
        );
        const rows = await device.rows.toArray();
        expect(new Map(rows.map(({ table, key, row }) => [`${table} ${key}`, row]))).toEqual(wanted);
        device.close();
      },
    ),
    { numRuns: 40 },
  );
});
