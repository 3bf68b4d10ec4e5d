import { isBackupOld, mayBegin, verdictsOf, type Verdict } from '$lib/fleet/alerts';
import { alertCodes, keptDays, type AlertCode, type FleetAlert } from '$lib/sync/fleet';
import { lastGood } from '../backup/safe';
import { readRows, run, type Db } from '../ledger/sql';
import { devicesOf } from './devices';
import { housesSetUp } from './houses';
import { forgetOldLinks } from './links';
import { newRowId } from '../ledger/row-id';

const [minute, day] = [60_000, 86_400_000];
/** What ended so shortly before goes on (ms): a line that comes and goes is one cause, and not twenty. */
const goesOnAfter = 30 * minute;
/** So many that are over are told. */
const mostTold = 200;

/** What an alert is about; both '' for the server itself. */
interface About {
  house: string;
  device: string;
}

/** Asked every few minutes while the server runs: begins and ends what somebody has to look at, by the server's clock alone. */
export function watchFleet(): void {
  const now = Date.now();
  $app.runInTransaction((tx) => {
    const db = tx.db();
    const houses = housesSetUp(db);
    const hours = new Map(houses.map(({ id, settings }) => [id, settings.hours]));
    const devices = devicesOf(
      db,
      houses.map(({ id }) => id),
    );
    const begun = openNow(db);
    for (const { id, house, heard } of devices) {
      const open = hours.get(house) ?? [];
      settle(db, begun, { house, device: id }, verdictsOf(heard, now, open), mayBegin(now, open), now);
    }
    settle(db, begun, { house: '', device: '' }, { backup: backupIsOld(db, now) }, true, now);
    endOfGone(
      db,
      devices.map(({ id, house }) => `${house}|${id}`),
      now,
    );
    forgetOld(db, now);
  });
}

/** What is open, by `keyOf`: most of the time nothing changes, and then nothing is written. */
function openNow(db: Db): ReadonlySet<string> {
  const open = readRows<About & { code: AlertCode }>(
    db,
    `SELECT json_object('house', house, 'device', device, 'code', code) AS row FROM alerts WHERE until = ''`,
    {},
  );
  return new Set(open.map(({ code, ...about }) => keyOf(about, code)));
}

const keyOf = ({ house, device }: About, code: AlertCode): string => `${house}|${device}|${code}`;

function settle(
  db: Db,
  begun: ReadonlySet<string>,
  about: About,
  verdicts: Partial<Record<AlertCode, Verdict>>,
  begins: boolean,
  now: number,
): void {
  for (const code of alertCodes) {
    const verdict = verdicts[code];
    const isOpen = begun.has(keyOf(about, code));
    if (verdict === false && isOpen) end(db, about, code, now);
    else if (verdict === true && begins && !isOpen) begin(db, about, code, now);
  }
}

/** One row for one cause: what has only just ended goes on. Call where none is open. */
function begin(db: Db, about: About, code: AlertCode, now: number): void {
  const of = { ...about, code };
  run(
    db,
    `UPDATE alerts SET until = '' WHERE id = (SELECT id FROM alerts WHERE house = {:house} AND device = {:device}
       AND code = {:code} AND until > {:lately} ORDER BY until DESC LIMIT 1)`,
    { ...of, lately: iso(now - goesOnAfter) },
  );
  run(
    db,
    `INSERT INTO alerts (id, house, device, code, since, until, seenBy, seenAt)
     SELECT {:id}, {:house}, {:device}, {:code}, {:now}, '', '', '' WHERE NOT EXISTS (SELECT 1 FROM alerts
       WHERE house = {:house} AND device = {:device} AND code = {:code} AND until = '')`,
    { ...of, id: newRowId(), now: iso(now) },
  );
}

function end(db: Db, about: About, code: AlertCode, now: number): void {
  run(
    db,
    `UPDATE alerts SET until = {:now} WHERE house = {:house} AND device = {:device} AND code = {:code} AND until = ''`,
    { ...about, code, now: iso(now) },
  );
}

/** Of a device that left nobody has to look after anything. */
function endOfGone(db: Db, here: readonly string[], now: number): void {
  run(
    db,
    `UPDATE alerts SET until = {:now} WHERE until = '' AND device != ''
       AND house || '|' || device NOT IN (SELECT value FROM json_each({:here}))`,
    { now: iso(now), here: JSON.stringify(here) },
  );
}

function backupIsOld(db: Db, now: number): boolean {
  const [found] = readRows<{ begun: string | null }>(
    db,
    `SELECT json_object('begun', min(replace(created, ' ', 'T'))) AS row FROM houses`,
    {},
  );
  if (!found?.begun) return false;
  const last = lastGood(db);
  return isBackupOld(last === '' ? null : Date.parse(last), Date.parse(found.begun), now);
}

function forgetOld(db: Db, now: number): void {
  forgetOldLinks(db, now);
  run(db, `DELETE FROM alerts WHERE until != '' AND until < {:before}`, {
    before: iso(now - keptDays * day),
  });
}

/** What has to be looked at in these houses and of the server, then what had to, the latest first. */
export function alertsOf(db: Db, houses: readonly string[]): FleetAlert[] {
  return told(db, 'a.house IN (SELECT value FROM json_each({:houses}))', {
    houses: JSON.stringify(['', ...houses]),
  });
}

/** One of them; undefined where there is none, and where it is of another house. */
export function alertOf(db: Db, id: string, house: string): FleetAlert | undefined {
  return told(db, `a.id = {:id} AND a.house IN ('', {:house})`, { id, house })[0];
}

function told(db: Db, where: string, params: { [name: string]: string }): FleetAlert[] {
  return readRows(
    db,
    `SELECT json_object('id', a.id, 'house', a.house, 'device', a.device, 'code', a.code, 'since', a.since,
       'until', a.until, 'seenBy', coalesce(s.name, ''), 'seenAt', a.seenAt) AS row
     FROM alerts a LEFT JOIN staff s ON s.id = a.seenBy WHERE ${where}
     ORDER BY a.until != '', a.since DESC, a.id LIMIT ${mostTold}`,
    params,
  );
}

/** Notes who has seen it; the first who did stays. */
export function noteAlertSeen(db: Db, id: string, staff: string, now: number): void {
  run(db, `UPDATE alerts SET seenBy = {:staff}, seenAt = {:now} WHERE id = {:id} AND seenBy = ''`, {
    ...{ id, staff },
    now: iso(now),
  });
}

const iso = (moment: number) => new Date(moment).toISOString();
