import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { lessonStarted } from '$lib/ledger/kinds/lesson-started';
import { MemoryKeys } from '$lib/ledger/memory-keys';
import { newId, record } from '$lib/ledger/record';
import { learnSealingKey, pairingFact } from '$lib/ledger/shared-screen';
import { LedgerStore } from '$lib/ledger/store';
import { exchange } from './exchange';
import { MemoryServer } from './memory-server';
import { nextBatch } from './outgoing';
import { maxPushKeys } from './protocol';
import { Refusal } from './refusal';
import type { Sender } from './sender';

const house = newId();
const keys = await MemoryKeys.make();

let disk: IDBFactory;
let server: MemoryServer;
let store: LedgerStore;
beforeEach(async () => {
  disk = new IDBFactory();
  server = new MemoryServer(house, keys);
  turnPage();
  await store.setFact(pairingFact, { token: 'secret', house: { id: house, name: '' } });
});

function turnPage() {
  store?.close();
  store = new LedgerStore('kiosk', { indexedDB: disk, IDBKeyRange });
}
const sender = (): Sender => ({
  backend: server.backend(),
  viewer: `device:${house}`,
  houses: [house],
  sends: (event) => event.house === house,
});
const start = () =>
  record(
    store,
    lessonStarted,
    { attempt: newId(), lesson: 'bank-qr', version: 1 },
    { house, person: newId() },
  );
const sealedHere = async () => (await store.events.toArray()).filter(({ sealed }) => sealed).length;

describe('a kiosk that seals', () => {
  it('hands over all that it wrote, before it was told the key and since', async () => {
    const before = await start();
    await exchange(store, [sender()]);
    expect(await sealedHere()).toBe(1); // what lay open is sealed as soon as the key is told
    const after = await start();
    await exchange(store, [sender()]);
    expect(server.events).toEqual([
      { ...before, seq: 1 },
      { ...after, seq: 2 },
    ]);
    expect([await store.outbox.count(), await sealedHere()]).toEqual([0, 2]);
  });

  it('whose reply was lost, and whose power went, sends it again, and it is taken once', async () => {
    await learnSealingKey(store, keys.told);
    const event = await start();
    server.afterPush = () => {
      throw new Refusal('offline');
    };
    await expect(exchange(store, [sender()])).rejects.toThrow('offline');
    turnPage();
    server.afterPush = () => undefined;
    await exchange(store, [sender()]);
    expect(server.events).toEqual([{ ...event, seq: 1 }]);
    expect(await store.outbox.count()).toBe(0);
  });

  it('hands over all of it again to a server that was restored from a backup', async () => {
    await learnSealingKey(store, keys.told);
    const written = [await start(), await start()];
    await exchange(store, [sender()]);
    turnPage();
    server.events = [];
    server.receipts.clear();
    server.epoch = 'second';
    await exchange(store, [sender()]);
    expect(server.events.map(({ seq: _, ...event }) => event)).toEqual(written);
    expect(await store.outbox.count()).toBe(0);
  });

  it('keeps what a server with another key could not open, and says so', async () => {
    await learnSealingKey(store, (await MemoryKeys.make()).told);
    const event = await start();
    await exchange(store, [sender()]);
    expect(await store.events.get(event.id)).toMatchObject({ sent: 'refused', why: 'unreadable' });
  });

  it('never sends at once what more people sealed than the server has time for', async () => {
    await learnSealingKey(store, keys.told);
    for (let people = 0; people < maxPushKeys + 3; people++) {
      await start();
      turnPage();
    }
    expect(await nextBatch(store, () => true, 0, 200)).toHaveLength(maxPushKeys);
    await exchange(store, [sender()]);
    expect(server.events).toHaveLength(maxPushKeys + 3);
    expect(server.pushes).toEqual([maxPushKeys, 3]);
  });
});
