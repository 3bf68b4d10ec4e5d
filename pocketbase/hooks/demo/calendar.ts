const hour = 3_600_000;
const day = 24 * hour;

/** The house's clock is seven hours ahead of UTC all year; the hooks' engine knows no time zones. */
const ahead = 7 * hour;

/** Midnight at the house, of the day `days` from the given moment's (ms since 1970). */
function houseMidnight(now: number, days = 0): number {
  return Math.floor((now + ahead) / day) * day - ahead + days * day;
}

/** 08:30 at the house, when demo classes begin. */
export function morningClass(now: number, days: number): number {
  return houseMidnight(now, days) + 8.5 * hour;
}

/** True where two moments are the same day at the house. */
export function isSameHouseDay(a: number, b: number): boolean {
  return houseMidnight(a) === houseMidnight(b);
}
