/** Waits between failed tries: full jitter between 0 and a ceiling that doubles from 1 s to 5 min (sync design). */
const firstCeiling = 1_000;
const lastCeiling = 300_000;

/**
 * Milliseconds to wait after `failures` failures in a row (≥ 1), for a `random` in [0, 1). Never less than
 * the server asked for (`retryAfter`, seconds), and never less than 250 ms, so that no loop spins.
 */
export function backoff(failures: number, random: number, retryAfter = 0): number {
  const ceiling = Math.min(lastCeiling, firstCeiling * 2 ** Math.min(failures - 1, 20));
  return Math.max(250, retryAfter * 1000, Math.round(random * ceiling));
}
