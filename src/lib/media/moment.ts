import { clockTrusted } from '$lib/fleet/clock-trust';
import { store } from '$lib/session/device';
import { toldLast } from '$lib/sync/device-clock';
import { skewFact } from '$lib/sync/skew-fact';

/** What is known of how right this device's clock is: how far the server's is ahead, and what it said last (ms). */
export interface ClockFacts {
  skew: number | null;
  told: number | null;
}

/** What this device knows of its clock: for `live`. */
export async function clockFacts(): Promise<ClockFacts> {
  const [skew, told] = await Promise.all([store.fact<number>(skewFact), toldLast(store)]);
  return { skew: skew ?? null, told };
}

/** The time as the server would say it; null where this device's clock is not to be believed. */
export function momentOf(now: number, { skew, told }: ClockFacts): Date | null {
  return clockTrusted(now, skew, told) ? new Date(now + (skew ?? 0)) : null;
}
