import { tellSkewFrom } from '$lib/ledger/skew-limit';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** How wrong a clock is, in a number that can be said. */
export interface WrongClock {
  way: 'slow' | 'fast';
  n: number;
  unit: 'minutes' | 'hours' | 'days';
}

/** What to say of a clock that the server's is so far ahead of (ms; negative: behind); null where it is right enough. */
export function wrongClock(skew: number): WrongClock | null {
  const off = Math.abs(skew);
  if (off < tellSkewFrom) return null;
  const [unit, length] =
    off < 1.5 * hour
      ? (['minutes', minute] as const)
      : off < 1.5 * day
        ? (['hours', hour] as const)
        : (['days', day] as const);
  return { way: skew > 0 ? 'slow' : 'fast', n: Math.round(off / length), unit };
}
