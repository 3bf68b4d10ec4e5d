import type { LedgerStore } from '$lib/ledger/store';
import { namedAt, windowName } from '$lib/sync/window-name';

/** How this browser began: when (ms, by its own clock), and how often it was started on this device. */
export interface Begun {
  at: number;
  boots: number;
}

/** Counts the browser's start once. A page is thrown away after each visitor, so a start is told by the window's name. */
export async function begunHere(store: LedgerStore, now: number): Promise<Begun> {
  const name = windowName(now);
  const known = (await store.fact<number>('boots')) ?? 0;
  const counted = (await store.fact<string>('boot-counted')) === name;
  const boots = counted ? known : known + 1;
  if (!counted) {
    await store.setFact('boots', boots);
    await store.setFact('boot-counted', name);
  }
  return { at: namedAt(name), boots };
}
