import type { Builds } from './builds';

/** A database beside the ledger's: the ledger's shape belongs to the page, this to the worker. */
const name = 'builds';

/**
 * What the worker remembers, across its own end and the browser's. IndexedDB with strict durability, for a count that
 * a power cut takes back would never be full; Cache Storage promises nothing of that kind. Where the database cannot be
 * opened nothing is remembered, and the worker's own build is used.
 */
export async function readBuilds(): Promise<Builds | undefined> {
  try {
    return await within('readonly', (table) => table.get(name));
  } catch (problem) {
    console.error(problem);
    return undefined;
  }
}

/** Writes down what is to be remembered; on the disk when it resolves, and never in the way of a page. */
export async function writeBuilds(builds: Builds): Promise<void> {
  try {
    await within('readwrite', (table) => table.put(builds, name));
  } catch (problem) {
    console.error(problem);
  }
}

async function within<Result>(
  mode: IDBTransactionMode,
  act: (table: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('The database does not open'));
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The database takes nothing'));
    });
  } finally {
    database.close();
  }
}
