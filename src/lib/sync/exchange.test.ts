import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { retryAside } from '$lib/ledger/custody';
import type { SequencedEvent } from '$lib/ledger/event';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import { exchange } from './exchange';
import { MemoryServer } from './memory-server';
import { Refusal } from './refusal';
import type { Sender } from './sender';

const house = newId();
const session = newId();

let server: MemoryServer;
let store: LedgerStore;
let sender: Sender;

beforeEach(() => {
  server = new MemoryServer(house);
  // Each store has a factory of its own: nothing is left from one test to the next.
  store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  sender = {
    backend: server.backend(),
    viewer: `device:${house}`,
    houses: [house],
    sends: (event) => event.house === house,
  };
});

const mark = (person = newId()) =>
  record(store, attendanceMarked, { session, status: 'present' }, { house, person });
async function marks(count: number) {
  for (let n = 0; n < count; n++) await mark();
}
const waiting = () => store.outbox.count();

describe('an exchange', () => {
  it('sends everything once, in order, and leaves nothing waiting', async () => {
    await marks(5);
    expect(await exchange(store, [sender])).toMatchObject({ answered: 5 });
    expect(server.events.map(({ dseq }) => dseq)).toEqual([1, 2, 3, 4, 5]);
    expect(await waiting()).toBe(0);
    expect((await store.events.toArray()).every(({ sent, seq }) => sent === 'kept' && seq !== null)).toBe(
      true,
    );
  });

  it('sends again after a lost reply, and the server keeps one of each', async () => {
    await marks(3);
    server.afterPush = () => {
      throw new Refusal('offline');
    };
    await expect(exchange(store, [sender])).rejects.toThrow('offline');
    expect(await waiting()).toBe(3);
    server.afterPush = () => undefined;
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(3);
    expect(await waiting()).toBe(0);
  });

  it('splits a long outbox into batches of at most two hundred', async () => {
    await marks(401);
    await exchange(store, [sender]);
    expect(server.pushes).toEqual([200, 200, 1]);
  });

  it('halves a batch that is too large until it goes through', async () => {
    await marks(10);
    server.onPush = ({ rows }) => {
      if (rows.length > 3) throw new Refusal('too-large');
    };
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(10);
  });

  it('sets a row aside that fails alone three times while others get through, and the queue moves on', async () => {
    await marks(4);
    const poison = (await store.events.toArray()).find(({ dseq }) => dseq === 2);
    server.onPush = ({ rows }) => {
      if (rows.some((row) => row.id === poison?.id)) throw new Refusal('server');
    };
    for (let tries = 0; tries < 3; tries++) {
      await mark(); // somebody else's event gets through each time
      await expect(exchange(store, [sender])).rejects.toThrow('server');
    }
    await exchange(store, [sender]);
    expect(await waiting()).toBe(0);
    expect((await store.events.get(poison?.id ?? ''))?.sent).toBe('stuck');
    expect(server.events).toHaveLength(6);
  });

  it('blames no row while the server refuses everything', async () => {
    await marks(4);
    server.onPush = () => {
      throw new Refusal('server');
    };
    for (let tries = 0; tries < 10; tries++)
      await expect(exchange(store, [sender])).rejects.toThrow('server');
    expect(await waiting()).toBe(4);
  });

  it('shows again what another device did, each once, and folds it', async () => {
    const other = new LedgerStore('other', { indexedDB: new IDBFactory(), IDBKeyRange });
    const person = newId();
    await record(
      other,
      personRegistered,
      { name: 'Trần Văn Thử', birthYear: null, number: 1 },
      { house, person },
    );
    await exchange(other, [sender]);
    await exchange(store, [sender]);
    await exchange(store, [sender]);
    expect(await store.list(house, 'people', 'house')).toEqual([
      { person, name: 'Trần Văn Thử', birthYear: null, number: 1 },
    ]);
  });
});

describe('a slow or broken line', () => {
  it('gets smaller batches, and no row is blamed', async () => {
    await marks(8);
    server.onPush = ({ rows }) => {
      if (rows.length > 2) throw new Refusal('offline', 0, true);
    };
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(8);
    expect(await store.events.where('sent').equals('stuck').count()).toBe(0);
  });

  it('offers again what the server set aside, once somebody asks', async () => {
    await mark();
    const refuse: Sender = {
      ...sender,
      backend: {
        ...sender.backend,
        push: (request) =>
          Promise.resolve({
            epoch: server.epoch,
            results: request.rows.map((row) => ({
              id: String(row.id),
              status: 'quarantined' as const,
              why: 'wrong_house' as const,
            })),
            receipts: { count: 1, max: 1 },
            ...{ forked: false, marks: {}, now: '' },
          }),
      },
    };
    await exchange(store, [refuse]);
    expect(await store.list(house, 'attendance', session)).toHaveLength(0);
    await retryAside(store);
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(1);
    expect(await store.list(house, 'attendance', session)).toHaveLength(1);
  });
});

describe('two people on one device', () => {
  it('a trainer’s expired session does not keep the kiosk from reading', async () => {
    const other = new LedgerStore('other', { indexedDB: new IDBFactory(), IDBKeyRange });
    await record(other, attendanceMarked, { session, status: 'present' }, { house, person: newId() });
    await exchange(other, [sender]);
    const no = () => Promise.reject(new Refusal('not-signed-in'));
    const expired: Sender = {
      ...sender,
      viewer: 'anh',
      sends: () => false,
      backend: { ...sender.backend, push: no, pull: no },
    };
    await expect(exchange(store, [expired, sender])).rejects.toThrow('not-signed-in');
    expect(await store.list(house, 'attendance', session)).toHaveLength(1);
  });

  it('a kiosk keeps no full name and no mark of what a trainer wrote on it, once it reads for itself', async () => {
    const person = newId();
    const author = newId();
    await record(
      store,
      personRegistered,
      { name: 'Trần Thị Mẫu Ánh', birthYear: 1950, number: 7 },
      { house, person, author },
    );
    await record(store, attendanceMarked, { session, status: 'present' }, { house, person, author });
    await exchange(store, [{ ...sender, viewer: 'anh' }]);
    expect(await store.list(house, 'people', 'house')).toMatchObject([{ name: 'Trần Thị Mẫu Ánh' }]);
    await exchange(store, [sender]);
    expect(await store.list(house, 'people', 'house')).toEqual([
      { person, name: 'Ánh', birthYear: null, number: 7 },
    ]);
    expect(await store.list(house, 'attendance', session)).toEqual([]);
  });

  it('what was pulled for one is forgotten once the other pulls, what the device wrote stays', async () => {
    await mark();
    await exchange(store, [sender]);
    server.events.push({
      ...(server.events[0] as SequencedEvent),
      id: newId(),
      person: newId(),
      device: newId(),
      seq: 2,
    });
    await exchange(store, [sender]);
    expect(await store.list(house, 'attendance', session)).toHaveLength(2);
    server.events = server.events.slice(0, 1); // the next viewer is not shown the other's mark
    await exchange(store, [{ ...sender, viewer: 'somebody-else' }]);
    expect(await store.list(house, 'attendance', session)).toHaveLength(1);
  });

  it('one whose token has run out does not hold back the other', async () => {
    await mark();
    const expired: Sender = {
      ...sender,
      backend: { ...sender.backend, push: () => Promise.reject(new Refusal('not-signed-in')) },
    };
    await expect(exchange(store, [expired, sender])).rejects.toThrow('not-signed-in');
    expect(await waiting()).toBe(0);
  });
});
