import type { LedgerStore } from '$lib/ledger/store';

/** How this browser began: when (ms, by its own clock), and how often it was started on this device. */
export interface Begun {
  at: number;
  boots: number;
}

/**
 * Counts the browser's start once. A page is thrown away after each visitor and the storages with it, but the name of a window
 * lives exactly as long as the window does: a page that finds none is the first after a start.
 */
export async function begunHere(store: LedgerStore, now: number): Promise<Begun> {
  const [, named = ''] = /^nha-so:(\d+)$/.exec(window.name) ?? [];
  const known = (await store.fact<number>('boots')) ?? 0;
  if (named !== '') return { at: Number(named), boots: known };
  window.name = `nha-so:${now}`;
  await store.setFact('boots', known + 1);
  return { at: now, boots: known + 1 };
}
