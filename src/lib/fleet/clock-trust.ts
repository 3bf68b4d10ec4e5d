const [minute, day] = [60_000, 86_400_000];
/** A clock that says it is so much earlier than the server last said ran backwards, or was lost with its battery (ms). */
const backwards = 10 * minute;

/**
 * Whether a device's clock may be believed: it is less than a day off (`skew`: how far the server's is ahead, ms), and not
 * before what the server said last (`told`, ms). Null where the server has never said anything.
 */
export function clockTrusted(now: number, skew: number | null, told: number | null): boolean | null {
  if (skew === null && told === null) return null;
  return Math.abs(skew ?? 0) < day && now >= (told ?? 0) - backwards;
}
