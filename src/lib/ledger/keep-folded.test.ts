import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { personRegistered } from './kinds/person-registered';
import { newId, record } from './record';
import { keepFolded } from './keep-folded';
import { LedgerStore } from './store';

const house = newId();

describe('an update of the app', () => {
  it('folds anew what an older app kept without understanding it', async () => {
    const store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    const person = newId();
    await record(
      store,
      personRegistered,
      { name: 'Trần Văn Thử', birthYear: null, number: 1 },
      { house, person },
    );
    // As the older app left it: the event is there, of a kind it did not know, so no row says anything.
    await store.events.toCollection().modify({ refs: [] });
    await store.rows.clear();
    await store.setFact('folded-by', '1:attendance.marked@1');
    await keepFolded(store);
    expect(await store.list(house, 'people', 'house')).toMatchObject([{ person, number: 1 }]);
  });

  it('leaves the rows alone where nothing has changed', async () => {
    const store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    await keepFolded(store);
    await store.rows.put({ table: 'people', key: 'a', house, group: 'house', row: { mark: 'untouched' } });
    await keepFolded(store);
    expect(await store.list(house, 'people', 'house')).toEqual([{ mark: 'untouched' }]);
  });
});
