import { mostBeats, type Beat } from '$lib/sync/beat';
import { withValues, type Spread } from '$lib/fleet/spread';
import { readRows, run, type Db } from '../ledger/sql';
import { newRowId } from '../ledger/row-id';

const [minute, hour] = [60_000, 3_600_000];
/** A month without a server, minute by minute: more is no count of anything. */
const mostFailures = 31 * 24 * 60;

/**
 * Keeps a beat in the place of the one before, and counts it to the quality of the line in this hour. Answers false, and keeps
 * nothing, where the device beat too often within a minute.
 */
export function takeBeat(app: CoreApp, device: string, house: string, beat: Beat, now: number): boolean {
  let taken = false;
  app.runInTransaction((tx) => {
    const db = tx.db();
    const { since, n } = windowOf(db, device, now);
    taken = n < mostBeats;
    if (!taken) return;
    run(
      db,
      `INSERT INTO beats (id, device, house, at, told, since, n)
       VALUES ({:id}, {:device}, {:house}, {:now}, {:told}, {:since}, {:n})
       ON CONFLICT (device) DO UPDATE SET house = excluded.house, at = excluded.at, told = excluded.told,
         since = excluded.since, n = excluded.n`,
      { id: newRowId(), device, house, now, told: JSON.stringify(beat), since, n: n + 1 },
    );
    countLink(db, device, house, beat.link, Math.floor(now / hour));
  });
  return taken;
}

/** How often a device beat since when, in the minute that lasts; a clock that was set back begins another. */
function windowOf(db: Db, device: string, now: number): { since: number; n: number } {
  const [found] = readRows<{ since: number; n: number }>(
    db,
    `SELECT json_object('since', since, 'n', n) AS row FROM beats WHERE device = {:device}`,
    { device },
  );
  const lasts = found !== undefined && found.since <= now && now - found.since < minute;
  return lasts ? found : { since: now, n: 0 };
}

function countLink(db: Db, device: string, house: string, link: Beat['link'], at: number): void {
  const [before] = readRows<{ rtt: Spread; speed: Spread }>(
    db,
    `SELECT json_object('rtt', json(rtt), 'speed', json(speed)) AS row FROM links
     WHERE house = {:house} AND device = {:device} AND hour = {:at}`,
    { house, device, at },
  );
  run(
    db,
    `INSERT INTO links (id, house, device, hour, beats, failures, rtt, speed)
     VALUES ({:id}, {:house}, {:device}, {:at}, 1, {:failures}, {:rtt}, {:speed})
     ON CONFLICT (house, device, hour) DO UPDATE SET beats = beats + 1, failures = failures + excluded.failures,
       rtt = excluded.rtt, speed = excluded.speed`,
    {
      ...{ id: newRowId(), house, device, at, failures: Math.min(link.failures, mostFailures) },
      rtt: JSON.stringify(withValues(before?.rtt ?? {}, link.rtts)),
      speed: JSON.stringify(withValues(before?.speed ?? {}, link.speeds)),
    },
  );
}
