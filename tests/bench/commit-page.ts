import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';

/** The ways to write that are compared, and what the page offers for it. */
export type Way = 'record' | 'strict' | 'relaxed';
export interface CommitPage {
  /** Writes so many events one after the other in one of the ways; ms of each. */
  write: (way: Way, count: number) => Promise<number[]>;
}

declare const window: CommitPage;

const store = new LedgerStore('bench');
const house = newId();
const session = newId();

const acts: Record<Way, () => Promise<unknown>> = {
  record: () =>
    record(
      store,
      attendanceMarked,
      { session, status: 'present' },
      { house, person: newId(), author: house },
    ),
  strict: async () => put(await raw(), 'strict'),
  relaxed: async () => put(await raw(), 'relaxed'),
};

window.write = async (way, count) => {
  const figures: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await acts[way]();
    figures.push(performance.now() - began);
  }
  return figures;
};

let opened: Promise<IDBDatabase> | undefined;

/** A database with one table, without any library. */
function raw(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('events', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  }));
}

/** Puts one object of the size of an event; done when the transaction is. */
function put(database: IDBDatabase, durability: IDBTransactionDurability): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('events', 'readwrite', { durability });
    const payload = { session, status: 'present' };
    transaction
      .objectStore('events')
      .put({ id: newId(), house, session, payload, kind: 'attendance.marked' });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
  });
}
