import type { LedgerStore } from './store';

/** The name of the fact that holds how far a house was read. */
const cursorFact = (house: string): string => `cursor:${house}`;

/** The last number of the house that this device has taken in; undefined where it never read the house. */
export function readUpTo(store: LedgerStore, house: string): Promise<number | undefined> {
  return store.fact<number>(cursorFact(house));
}

/** The number after which the next pull of a house begins. */
export async function cursorOf(store: LedgerStore, house: string): Promise<number> {
  return (await readUpTo(store, house)) ?? 0;
}

/** Takes note of how far a house was read. */
export function moveCursor(store: LedgerStore, house: string, to: number): Promise<void> {
  return store.setFact(cursorFact(house), to);
}

/** The next pull of a house begins at its beginning. */
export function readAnew(store: LedgerStore, house: string): Promise<void> {
  return moveCursor(store, house, 0);
}

/** The next pull of every house begins at its beginning. */
export async function readAllAnew(store: LedgerStore): Promise<void> {
  await store.facts.filter(({ name }) => name.startsWith(cursorFact(''))).delete();
}
