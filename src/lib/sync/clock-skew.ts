import type { LedgerStore } from '$lib/ledger/store';
import { noteHeard } from './device-clock';
import { skewFact } from './skew-fact';

/** A change of less than this (ms) is not worth a write. */
const worthNoting = 30_000;

/**
 * How far the server's clock is ahead of this device's, in ms, by an answer that was asked for and came at these moments
 * of the device (ms since 1970): what the server said it was then, it was in the middle of the two, give or take half
 * the way. Null where nothing can be told: no moment in the answer, or the device's clock was set back meanwhile.
 */
export function skewOf(asked: number, came: number, said: string): number | null {
  const server = Date.parse(said);
  if (Number.isNaN(server) || came < asked) return null;
  return Math.round(server - (asked + came) / 2);
}

/** Keeps how wrong this device's clock is: people are told, and what it wrote is set right; nothing is ever ordered by it. */
export async function noteSkew(store: LedgerStore, asked: Date, came: Date, said: string): Promise<void> {
  const skew = skewOf(asked.getTime(), came.getTime(), said);
  if (skew === null) return;
  await noteHeard(store, skew, Date.parse(said), came);
  const known = await store.fact<number>(skewFact);
  if (known === undefined || Math.abs(known - skew) >= worthNoting) await store.setFact(skewFact, skew);
}
