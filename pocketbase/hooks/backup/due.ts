const hour = 3_600_000;

/** The night of a house, in hours of Vietnam's day (UTC+7, no summer time): nobody is sent away while a copy is made. */
const night = { from: 1, to: 5 };

/**
 * True where a backup is to be made now: at night once a day, and by day where a night was missed, as on a server that
 * is switched off in the evening. Both in ms since 1970; `last`: when the last good one began, null where none was.
 * A last one that lies in the future tells of a clock that was wrong, so it is no reason to wait.
 */
export function isDue(now: number, last: number | null): boolean {
  if (last === null || last > now) return true;
  const oclock = (Math.floor(now / hour) + 7) % 24;
  const isNight = oclock >= night.from && oclock < night.to;
  return now - last >= (isNight ? 12 : 30) * hour;
}
