import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { MemoryKeys } from '$lib/ledger/memory-keys';
import { newId, record } from '$lib/ledger/record';
import { learnSealingKey } from '$lib/ledger/shared-screen';
import { LedgerStore, type KeptEvent } from '$lib/ledger/store';
import { inParts, maxCarriedRows } from './carry';
import { maxPushKeys } from './protocol';
import { fileOf, readFile } from './carried-file';

const [house, trainer] = [newId(), newId()];
const keys = await MemoryKeys.make();
const token = 'token of the trainer';
const speakers = [{ token, sends: ({ author }: KeptEvent) => author === trainer }];

let store: LedgerStore;
beforeEach(async () => {
  store = new LedgerStore('tablet', { indexedDB: new IDBFactory(), IDBKeyRange });
});
const name = 'Trần Thị Mang Đi';
const register = (author = trainer) =>
  record(store, personRegistered, { name, birthYear: 1950, number: 1 }, { house, person: newId(), author });
const textOf = async () => JSON.stringify(await fileOf(store, speakers));

describe('a file of what waits', () => {
  it('cannot be made before the device was told for whom to seal, nor of nothing', async () => {
    await register();
    expect(await fileOf(store, speakers)).toBeNull();
    await learnSealingKey(store, keys.told);
    expect(await fileOf(store, speakers)).not.toBeNull();
    await store.events.toCollection().modify({ sent: 'kept' });
    expect(await fileOf(store, speakers)).toBeNull();
  });

  it('tells whoever finds it neither a name nor a token, and the server everything', async () => {
    await learnSealingKey(store, keys.told);
    const event = await register();
    const text = await textOf();
    for (const secret of [name, 'person', event.person, token]) expect(text).not.toContain(secret);
    const [part] = (await fileOf(store, speakers))?.parts ?? [];
    const [row] = part?.rows ?? [];
    expect(JSON.parse((row && (await keys.open(row.sealed))) ?? '')).toEqual(event);
    expect(JSON.parse((part && (await keys.open(part.proof))) ?? '')).toMatchObject({
      token,
      device: event.device,
    });
  });

  it('holds what nobody here may send: nothing', async () => {
    await learnSealingKey(store, keys.told);
    await register(newId());
    expect(await fileOf(store, speakers)).toBeNull();
  });

  it('is read as it was made, and not where it was cut anywhere', async () => {
    await learnSealingKey(store, keys.told);
    await register();
    const made = await fileOf(store, speakers);
    const text = JSON.stringify(made);
    const read = (what: string) => readFile(new Blob([what]));
    expect(await read(text)).toEqual(made);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (at) => {
        expect(await read(text.slice(0, at))).toBeNull();
      }),
      { numRuns: 50 },
    );
    for (const other of ['', 'PK\u0003\u0004', '{}', '[]', 'null', text.replace('"nhaSo":1', '"nhaSo":2')])
      expect(await read(other)).toBeNull();
  });
});

it('parts hold all rows in their order, none more rows or keys than a server takes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 400 }), (rows) => {
      const parts = inParts(rows, String);
      expect(parts.flat()).toEqual(rows);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(maxCarriedRows);
        expect(new Set(part).size).toBeLessThan(maxPushKeys);
      }
    }),
  );
});
