import type { Standing } from '$lib/sync/fleet';
import { openSince, type Hours } from './hours';

/** A beat comes each minute: three missed are late, a quarter of an hour is a device that somebody should look at (ms). */
const [lateAfter, offlineAfter] = [3 * 60_000, 15 * 60_000];

/**
 * How a device stands by its last beat (ms; null: none), by the server's clock alone. Silence counts from when the house
 * opened: a kiosk that sleeps at night is not late in the morning, before it could have been switched on.
 */
export function standingOf(last: number | null, now: number, hours: Hours): Standing {
  if (last === null) return 'never';
  if (now - last < lateAfter) return 'online'; // also a beat from a future that the server's clock was set back from
  const opened = openSince(hours, now);
  if (opened === null) return 'closed';
  return now - Math.max(last, opened) < offlineAfter ? 'late' : 'offline';
}
