/** Where the life of a kiosk's screen can be (`kiosk/life.ts`). */
export const screens = [
  'start',
  'unprovisioned',
  'pairing',
  'syncing',
  'attract',
  'session',
  'warn',
  'wipe',
] as const;

/**
 * What can be wrong with a device: an error in the page · the database or the cache takes nothing · the disk is full · the
 * screen goes dark · the page has not the whole screen.
 */
export const faultCodes = ['script', 'disk', 'cache', 'full', 'dark', 'window'] as const;
export type FaultCode = (typeof faultCodes)[number];

/** So many faults are told at once. */
export const mostFaults = 5;

/** So many measurements are told with one beat. */
export const mostMeasured = 12;
