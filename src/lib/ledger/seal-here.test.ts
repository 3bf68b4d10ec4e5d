import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { adoptHouse, settle, takeIn, unsettleAll } from './custody';
import type { LedgerEvent, SequencedEvent } from './event';
import { attendanceMarked } from './kinds/attendance-marked';
import { lessonStarted } from './kinds/lesson-started';
import { personRegistered } from './kinds/person-registered';
import { MemoryKeys } from './memory-keys';
import { newId, record } from './record';
import { kioskViewer, viewerFact } from './refold';
import { sealHere } from './seal-here';
import { learnSealingKey, pairingFact, sealingKeyFact, staffFact } from './shared-screen';
import { LedgerStore } from './store';

const [house, person, trainer] = [newId(), newId(), newId()];
const keys = await MemoryKeys.make();
const name = 'Nguyễn Thị Niêm Phong';

let disk: IDBFactory;
let store: LedgerStore;
beforeEach(async () => {
  disk = new IDBFactory();
  store = open();
  await store.setFact(pairingFact, { token: 'secret', house: { id: house, name: '' } });
});

const open = () => new LedgerStore('kiosk', { indexedDB: disk, IDBKeyRange });

/** The page is thrown away, and with it all that was in its memory. */
function turnPage() {
  store.close();
  store = open();
}

const learn = (of = store) => learnSealingKey(of, keys.told);
const start = (at = person) =>
  record(store, lessonStarted, { attempt: newId(), lesson: 'bank-qr', version: 1 }, { house, person: at });
const register = (of = person, author = trainer) =>
  record(store, personRegistered, { name, birthYear: 1950, number: 7 }, { house, person: of, author });
const whole = async () => {
  const tables = await Promise.all(store.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
};
const openedAll = async (): Promise<LedgerEvent[]> => {
  const all = await store.events.orderBy('id').toArray();
  return Promise.all(
    all.map(async ({ sealed }) => JSON.parse((sealed && (await keys.open(sealed))) ?? 'null') as LedgerEvent),
  );
};

describe('whoever opens the database of a kiosk after a person has left', () => {
  beforeEach(() => learn());

  it('finds nothing of who was there or what they did, and the server reads all of it', async () => {
    const written = [await start(), await start(''), await start()];
    turnPage();
    const found = await whole();
    for (const told of [person, 'lesson', 'bank-qr', ...written.map(({ occurred }) => occurred)])
      expect(found).not.toContain(told);
    expect(await openedAll()).toEqual(written);
  });

  it('finds of what staff wrote only what the kiosk shows, once they have signed out', async () => {
    await store.setFact(staffFact, { id: trainer });
    const written = await register();
    await record(
      store,
      attendanceMarked,
      { session: newId(), status: 'present' },
      { house, person, author: trainer },
    );
    expect(await whole()).toContain(name);
    await sealHere(store);
    expect(await whole()).toContain(name); // they are at work
    await store.setFact(staffFact, null);
    await sealHere(store);
    const found = await whole();
    for (const told of [name, '1950', 'attendance', 'present']) expect(found).not.toContain(told);
    expect(await store.rows.toArray()).toMatchObject([
      { table: 'people', row: { name: 'Phong', number: 7 } },
    ]);
    expect((await openedAll())[0]).toEqual(written);
  });

  it('finds nothing either where the power went before staff could sign out', async () => {
    await store.setFact(staffFact, { id: trainer });
    await register();
    await store.setFact(staffFact, null);
    turnPage();
    await sealHere(store);
    expect(await whole()).not.toContain(name);
  });

  it('finds nothing of what was fetched for staff, though there is no network to fetch the kiosk’s own view', async () => {
    await store.setFact(viewerFact, trainer);
    const base = {
      household: '',
      author: '',
      device: newId(),
      house,
      person,
      v: 1,
      occurred: '2026-11-27T01:00:00.000Z',
    };
    const roll = { name, birthYear: 1950, number: 7 };
    const told: SequencedEvent[] = [
      { ...base, id: newId(), kind: 'person.registered', payload: roll, dseq: 1, seq: 1 },
      {
        ...base,
        id: newId(),
        kind: 'attendance.marked',
        payload: { session: newId(), status: 'late' },
        dseq: 2,
        seq: 2,
      },
    ];
    await takeIn(store, house, told, 2);
    expect(await whole()).toContain('late');
    await sealHere(store);
    const found = await whole();
    for (const secret of [name, '1950', 'late']) expect(found).not.toContain(secret);
    expect(await store.rows.toArray()).toMatchObject([{ table: 'people', row: { name: 'Phong' } }]);
    expect(await store.fact(`cursor:${house}`)).toBeUndefined(); // fetched anew when there is a network
    expect(await takeIn(store, house, told, 2, undefined, trainer)).toBe(false); // a page that was on its way
    expect(await whole()).not.toContain('late');
  });

  it('finds nothing after the server took it or set it aside, and after a backup made all of it wait again', async () => {
    const [one, two] = [await start(), await start()];
    await settle(
      store,
      [
        { id: one.id, status: 'ok', seq: 1 },
        { id: two.id, status: 'quarantined', why: 'unknown_kind' },
      ],
      kioskViewer(house),
    );
    expect(await whole()).not.toContain(person);
    await unsettleAll(store, 'another');
    expect(await whole()).not.toContain(person);
    expect(await store.outbox.count()).toBe(2);
    expect(await openedAll()).toEqual([one, two]);
  });
});

describe('a kiosk that knows no key', () => {
  it('writes as before, and seals what lies there when it is told', async () => {
    const written = [await start(), await start()];
    await sealHere(store);
    expect(await whole()).toContain(person);
    await learn();
    await sealHere(store);
    expect(await whole()).not.toContain(person);
    expect(await openedAll()).toEqual(written);
    expect((await store.outbox.toArray()).map(({ dseq }) => dseq)).toEqual([1, 2]);
  });

  it('keeps what the server answered while it was sealed', async () => {
    const one = await start();
    await learn();
    const sealing = sealHere(store);
    await settle(store, [{ id: one.id, status: 'ok', seq: 5 }], kioskViewer(house));
    await sealing;
    expect(await store.events.get(one.id)).toMatchObject({ sent: 'kept', seq: 5 });
    expect(await whole()).not.toContain(person);
  });

  it('does not believe that something is one which is none, for then nothing could be written any more', async () => {
    expect(await learnSealingKey(store, 'no key')).toBe(false);
    expect(await store.fact(sealingKeyFact)).toBeUndefined();
    await start();
    expect(await store.events.count()).toBe(1);
  });

  it('seals what has no house yet only with the house that it gets', async () => {
    await learn();
    await record(
      store,
      lessonStarted,
      { attempt: newId(), lesson: 'bank-qr', version: 1 },
      { house: '', person },
    );
    expect(await whole()).toContain(person);
    await adoptHouse(store, house);
    await sealHere(store);
    expect((await openedAll())[0]).toMatchObject({ house, person });
  });
});

it('a phone that no house has paired keeps what it wrote readable: it is in somebody’s hand', async () => {
  await store.setFact(pairingFact, null);
  await learn();
  await start();
  await sealHere(store);
  expect(await whole()).toContain(person);
});

it('staff who are told of what a kiosk sealed see it there, and the kiosk does not when they have gone', async () => {
  await learn();
  const event = await start();
  await store.setFact(viewerFact, trainer);
  await takeIn(store, house, [{ ...event, seq: 1 }], 1, undefined, trainer);
  expect(await store.rows.toArray()).toMatchObject([{ table: 'progress', row: { person } }]);
  await sealHere(store);
  expect(await store.rows.count()).toBe(0);
  expect(await whole()).not.toContain(person);
  expect(await openedAll()).toEqual([event]);
});

it('what is written at once by many hands is numbered without gaps, each number under its seal', async () => {
  await learn();
  await Promise.all(Array.from({ length: 12 }, () => start()));
  const [kept, opened] = [await store.events.orderBy('id').toArray(), await openedAll()];
  expect(kept.map(({ dseq }) => dseq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 1),
  );
  expect(opened.map(({ dseq }) => dseq)).toEqual(kept.map(({ dseq }) => dseq));
});

it('the power that goes while something is sealed takes all of it or nothing', async () => {
  await learn();
  store.facts.hook('updating', (changes) => {
    if (JSON.stringify(changes).includes('2')) throw new Error('no power');
  });
  await start();
  await expect(start()).rejects.toThrow();
  expect([await store.events.count(), await store.outbox.count(), await store.fact('dseq')]).toEqual([
    1, 1, 1,
  ]);
});
