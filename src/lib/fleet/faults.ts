import * as v from 'valibot';

const [minute, hour] = [60_000, 3_600_000];

/**
 * What can be wrong with a device, and how long after it was last seen it is still told (ms): an error in the page · the
 * database or the cache takes nothing · the disk is full · the screen goes dark · the page has not the whole screen.
 */
const lives = {
  script: 24 * hour,
  disk: 10 * minute,
  cache: 10 * minute,
  full: hour,
  dark: 10 * minute,
  window: 10 * minute,
} as const;
export type FaultCode = keyof typeof lives;
export const faultCodes = Object.keys(lives) as FaultCode[];

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

/** Something that was wrong: last seen at, and told until (ms, by the device's clock). It says nothing of what was done there. */
export const faultSchema = v.strictObject({ code: v.picklist(faultCodes), at: moment, until: moment });
export type Fault = v.InferOutput<typeof faultSchema>;

/** So many are told at once. */
export const mostFaults = 5;

/** The faults after another was seen: each code once, the latest first; what has expired is gone. */
export function withFault(faults: readonly Fault[], code: FaultCode, now: number): Fault[] {
  const others = living(faults, now).filter((one) => one.code !== code);
  return [{ code, at: now, until: now + lives[code] }, ...others].slice(0, mostFaults);
}

/** The faults that still count. One from a future that the clock was set back from counts no more than a new one would. */
export function living(faults: readonly Fault[], now: number): Fault[] {
  return faults.filter(({ code, until }) => now < until && until - now <= lives[code]);
}
