import type { LedgerStore } from '$lib/ledger/store';

/** A disk that hangs says neither yes nor no; after this long it is no (ms). */
const patience = 10_000;

/** Whether what was written could be read again; `full`: it was refused for want of room. */
export interface CanaryResult {
  disk: boolean;
  cache: boolean;
  full: boolean;
}

/**
 * Writes something and reads it again, in the database (through to the disk, as all that is written there) and in the cache.
 * Storage that fails goes on serving what it has while each write comes to nothing, so it has to be asked.
 */
export async function canary(store: Pick<LedgerStore, 'setFact' | 'fact'>): Promise<CanaryResult> {
  const mark = crypto.randomUUID();
  const [disk, cache] = await Promise.all([sings(() => inDatabase(store, mark)), sings(() => inCache(mark))]);
  return { disk: disk === true, cache: cache === true, full: disk === 'full' || cache === 'full' };
}

async function inDatabase(store: Pick<LedgerStore, 'setFact' | 'fact'>, mark: string): Promise<boolean> {
  await store.setFact('canary', mark);
  return (await store.fact<string>('canary')) === mark;
}

async function inCache(mark: string): Promise<boolean> {
  const cache = await caches.open('canary');
  await cache.put('/canary', new Response(mark));
  return (await (await cache.match('/canary'))?.text()) === mark;
}

async function sings(written: () => Promise<boolean>): Promise<boolean | 'full'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  try {
    return await Promise.race([written(), late]);
  } catch (problem) {
    return isFull(problem) ? 'full' : false;
  } finally {
    clearTimeout(timer);
  }
}

/** True for what a browser throws where there is no room; the database wraps it. */
export function isFull(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  return problem.name === 'QuotaExceededError' || ('inner' in problem && isFull(problem.inner));
}
