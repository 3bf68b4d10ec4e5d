import * as v from 'valibot';
import type { Stands } from './moment';
import { tellSkewFrom } from './skew-limit';

/** A correction of more than this (ms) is none: a hundred years. */
const mostOff = 100 * 366 * 86_400_000;

/**
 * What a device says of its clock beside an event: `off`, what is to be added to `occurred` (ms), where it found out;
 * `clock`, that it cannot vouch for the moment. Neither is part of the event: it is learnt later, and no hash is of it.
 */
export const clockSaidSchema = {
  off: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-mostOff), v.maxValue(mostOff))),
  clock: v.optional(v.literal('doubtful')),
};
export type ClockSaid = {
  off?: number | undefined;
  clock?: 'doubtful' | undefined;
};

/**
 * How the moment of an event stands, by what its device said of its clock, and by what the server saw when it came: `now`, and
 * how far its own clock was ahead of the sender's (`skew`; both ms). Null where `occurred` is believed. What nobody knows
 * better, and whatever would still be to come, happened when it came.
 */
export function standing(
  occurred: string,
  said: ClockSaid,
  { now, skew }: { now: number; skew: number },
): Stands | null {
  const known = said.off ?? (said.clock ? undefined : atLeast(skew));
  const moment = Date.parse(occurred) + atLeast(known ?? 0);
  if (known === undefined || !(moment - now < tellSkewFrom) || moment < 0)
    return { happened: iso(now), clock: 'doubtful' };
  if (atLeast(known) === 0 && !said.clock) return null;
  return { happened: iso(Math.min(moment, now)), clock: said.clock ?? 'corrected' };
}

/** A difference that nobody has to be told of is none. */
export const atLeast = (ms: number): number => (Math.abs(ms) < tellSkewFrom ? 0 : ms);

const iso = (moment: number): string => new Date(moment).toISOString();
