import type { Page } from '@playwright/test';

/** Everything that a browser keeps for this address, as text: databases, caches, storages, cookies, and where one is. */
export function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [
      location.href,
      document.documentElement.outerHTML,
      JSON.stringify(history.state),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      document.cookie,
    ];
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const objects = database.transaction(table).objectStore(table);
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        parts.push(`${name}/${table}: ${JSON.stringify(keys)} ${JSON.stringify(values)}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push(`${name}: ${request.url}`);
    }
    return parts.join('\n');
  });
}
