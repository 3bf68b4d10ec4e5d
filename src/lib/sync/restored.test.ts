import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
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

describe('a server restored from a backup', () => {
  it('that says so by a new epoch gets everything again', async () => {
    await marks(3);
    await exchange(store, [sender]);
    server.events = server.events.slice(0, 1);
    server.receipts = new Set([...server.receipts].slice(0, 1));
    server.epoch = 'second';
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(3);
    expect(await waiting()).toBe(0);
  });

  it.each([1, 5, 300])(
    'that does not say so is found out by its receipts, after %i new events too',
    async (fresh) => {
      await marks(10);
      await exchange(store, [sender]);
      server.events = server.events.slice(0, 5);
      server.receipts = new Set([...server.receipts].slice(0, 5));
      await marks(fresh);
      await exchange(store, [sender]);
      expect(server.events).toHaveLength(10 + fresh);
      expect(await waiting()).toBe(0);
    },
  );

  it('that has grown past what a device knew is found out by its history', async () => {
    await marks(3);
    await exchange(store, [sender]);
    server.events = server.events.slice(0, 1);
    const other = new LedgerStore('other', { indexedDB: new IDBFactory(), IDBKeyRange });
    for (let n = 0; n < 6; n++)
      await record(other, attendanceMarked, { session, status: 'present' }, { house, person: newId() });
    await exchange(other, [sender]);
    expect(server.events).toHaveLength(7);
    await exchange(store, [sender]); // it has nothing new to say, and more than it knew is there
    expect(server.events).toHaveLength(9);
    expect(await store.events.count()).toBe(9);
  });

  it('is found out by a device whose replies were lost ever since', async () => {
    await marks(6);
    await exchange(store, [sender]);
    server.events = [];
    server.receipts = new Set();
    await marks(6);
    server.afterPush = () => {
      throw new Refusal('offline');
    };
    await expect(exchange(store, [sender])).rejects.toThrow('offline');
    server.afterPush = () => undefined;
    await exchange(store, [sender]);
    expect(server.events).toHaveLength(12);
    expect(await waiting()).toBe(0);
  });

  it('that only does not count for this sender is believed after one look', async () => {
    await marks(3);
    const uncounted: Sender = {
      ...sender,
      backend: {
        ...sender.backend,
        push: async (request) => ({
          ...(await sender.backend.push(request)),
          receipts: { count: 0, max: 0 },
        }),
      },
    };
    await exchange(store, [uncounted]);
    expect(server.events).toHaveLength(3);
    server.pushes = [];
    await mark();
    await exchange(store, [uncounted]);
    expect(server.pushes).toEqual([1]); // and not everything again, each time
  });

  it('that does not say so is found out by a device that only reads', async () => {
    const other = new LedgerStore('other', { indexedDB: new IDBFactory(), IDBKeyRange });
    for (let n = 0; n < 8; n++)
      await record(other, attendanceMarked, { session, status: 'present' }, { house, person: newId() });
    await exchange(other, [sender]);
    await exchange(store, [sender]);
    server.events = server.events.slice(0, 4);
    await exchange(store, [sender]);
    expect(await store.list(house, 'attendance', session)).toHaveLength(4);
  });
});
