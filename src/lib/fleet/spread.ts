/**
 * Measurements as counts in classes, each a quarter of a doubling wide, so that the hours of a year can be put together and
 * still say where their middle lies: within 10 % of it, whatever is measured. The keys are the numbers of the classes.
 */
export type Spread = { [step: string]: number };

const perDoubling = 4;

/** The measurements together with more of them; what is no length or speed (0 and less) counts as 1. */
export function withValues(spread: Spread, values: readonly number[]): Spread {
  const sum: Spread = { ...spread };
  for (const value of values) {
    const step = Math.floor(Math.log2(Math.max(1, value)) * perDoubling);
    sum[step] = (sum[step] ?? 0) + 1;
  }
  return sum;
}

/** Several together. */
export function together(spreads: readonly Spread[]): Spread {
  const sum: Spread = {};
  for (const spread of spreads)
    for (const [step, n] of Object.entries(spread)) sum[step] = (sum[step] ?? 0) + n;
  return sum;
}

/** The value that this share of the measurements (0–1) stay at or below; null where nothing was measured. */
export function percentile(spread: Spread, share: number): number | null {
  const steps = Object.keys(spread)
    .map(Number)
    .sort((a, b) => a - b);
  const all = steps.reduce((sum, step) => sum + (spread[step] ?? 0), 0);
  let below = 0;
  for (const step of steps) {
    below += spread[step] ?? 0;
    if (below >= all * share) return Math.round(2 ** ((step + 0.5) / perDoubling));
  }
  return null;
}
