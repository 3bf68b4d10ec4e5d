/** What is remembered of wrong tries at one thing that can be guessed; moments are ms since 1970 by one clock. */
export interface Tally {
  /** Tries that were not right, one after another. */
  failures: number;
  /** When the last of them was. */
  last: number;
  /** Until then nothing is tried any more; 0 where nothing is shut. */
  until: number;
}

/** How much is forgiven before it shuts, and how soon tries are forgotten where no other follows (ms). */
export interface Leniency {
  tries: number;
  forgetAfter: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Somebody's own secret: the fifth wrong try shuts it. A day without one, and all are forgotten. */
export const ofOnePerson: Leniency = { tries: 5, forgetAfter: 24 * hour };

/**
 * A device in a room, at which many people try their own secrets, and some mistype. A right try does not clear its
 * tally, or whoever has one account could go on guessing at others; an hour without a wrong one does.
 */
export const ofOneDevice: Leniency = { tries: 20, forgetAfter: hour };

/** How long it stays shut, from the first time on. At the last 96 tries a day are left to whoever guesses. */
const waits = [1, 2, 4, 8, 15].map((minutes) => minutes * minute);
const longestWait = 15 * minute;

/** Seconds until the next try, rounded up; 0 where one may be made now. */
export function waitOf(tally: Tally | undefined, now: number): number {
  if (!tally || tally.until <= now) return 0;
  // A clock that was set back must not shut anything for years.
  return Math.ceil(Math.min(tally.until - now, longestWait) / 1000);
}

/** The tally after one more try that was not right, or is not known to be yet. */
export function afterTry(tally: Tally | undefined, now: number, { tries, forgetAfter }: Leniency): Tally {
  const forgotten = !tally || Math.abs(now - tally.last) > forgetAfter;
  const failures = (forgotten ? 0 : tally.failures) + 1;
  const step = failures - tries;
  const wait = step < 0 ? 0 : (waits[step] ?? longestWait);
  return { failures, last: now, until: wait === 0 ? 0 : now + wait };
}
