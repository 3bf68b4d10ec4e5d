import type { Fault } from '$lib/sync/beat';
import { mostFaults, type FaultCode } from '$lib/sync/beat-lists';

const [minute, hour] = [60_000, 3_600_000];

/** How long after it was last seen something wrong is still told (ms). */
const lives: Readonly<Record<FaultCode, number>> = {
  script: 24 * hour,
  disk: 10 * minute,
  cache: 10 * minute,
  full: hour,
  dark: 10 * minute,
  window: 10 * minute,
};

/** The faults after another was seen: each code once, the latest first; what has expired is gone. */
export function withFault(faults: readonly Fault[], code: FaultCode, now: number): Fault[] {
  const others = living(faults, now).filter((one) => one.code !== code);
  return [{ code, at: now, until: now + lives[code] }, ...others].slice(0, mostFaults);
}

/** The faults that still count. One from a future that the clock was set back from counts no more than a new one would. */
export function living(faults: readonly Fault[], now: number): Fault[] {
  return faults.filter(({ code, until }) => now < until && until - now <= lives[code]);
}
