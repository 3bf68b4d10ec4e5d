import { keptDays, shownDays, type LinkDay, type LinkFigures, type LinkWeek } from '$lib/sync/fleet';
import { percentile, together, type Spread } from '$lib/fleet/spread';
import { readRows, run, type Db } from '../ledger/sql';

const [hour, day] = [3_600_000, 86_400_000];
/** The day of a house (UTC+7, no summer time) in which an hour lies, in days since 1970; and the week, from Monday on. */
const dayOf = '((hour + 7) / 24)';
const weekOf = `((${dayOf} + 3) / 7)`;

/** What was measured over some time. */
interface Measured {
  beats: number;
  failures: number;
  rtt: Spread;
  speed: Spread;
}

/** The lines of the devices of these houses in the last weeks: day by day, and all of it. */
export function recentLinks(
  db: Db,
  houses: readonly string[],
  now: number,
): ReadonlyMap<string, { days: LinkDay[]; link: LinkFigures }> {
  const found = measuredBy(db, 'house, device', dayOf, houses, Math.floor(now / day) - shownDays);
  const devices = new Map<string, (Measured & { at: number })[]>();
  for (const { of, ...one } of found) devices.set(of, [...(devices.get(of) ?? []), one]);
  return new Map(
    [...devices].map(([of, days]) => [
      of,
      {
        days: days.map(({ at, ...measured }) => ({ day: isoDay(at), ...figuresOf([measured]) })),
        link: figuresOf(days),
      },
    ]),
  );
}

/** By which name `recentLinks` knows a device of a house. */
export const linkOf = (house: string, device: string): string => `${house}|${device}`;

/** The lines of these houses week by week, for as long as they are kept. */
export function weeklyLinks(db: Db, houses: readonly string[], now: number): LinkWeek[] {
  const from = Math.floor(now / day) - keptDays;
  const counted = readRows<{ house: string; at: number; devices: number; hours: number }>(
    db,
    `SELECT json_object('house', house, 'at', ${weekOf}, 'devices', count(DISTINCT device),
       'hours', count(DISTINCT hour)) AS row
     FROM links WHERE house IN (SELECT value FROM json_each({:houses})) AND ${dayOf} >= {:from}
     GROUP BY house, ${weekOf} ORDER BY house, ${weekOf}`,
    { houses: JSON.stringify(houses), from },
  );
  const figures = new Map(
    measuredBy(db, 'house', weekOf, houses, from).map((one) => [`${one.of}|${one.at}`, one]),
  );
  return counted.flatMap(({ house, at, devices, hours }) => {
    const measured = figures.get(`${house}|${at}`);
    return measured ? [{ house, week: isoDay(at * 7 - 3), devices, hours, ...figuresOf([measured]) }] : [];
  });
}

/** What was measured, by these columns and this time; SQLite puts the hours together. */
function measuredBy(
  db: Db,
  columns: string,
  time: string,
  houses: readonly string[],
  from: number,
): (Measured & { of: string; at: number })[] {
  const of = columns.split(', ').join(" || '|' || ");
  const within = `house IN (SELECT value FROM json_each({:houses})) AND ${dayOf} >= {:from}`;
  const spread = (column: string) =>
    `SELECT '${column}' AS what, ${of} AS of, ${time} AS at, j.key AS step, sum(j.value) AS n
     FROM links, json_each(links.${column}) j WHERE ${within} GROUP BY ${of}, ${time}, j.key`;
  const rows = readRows<[what: 'rtt' | 'speed' | 'beats', of: string, at: number, step: string, n: number]>(
    db,
    `SELECT json_array(what, of, at, step, n) AS row FROM (
       SELECT 'beats' AS what, ${of} AS of, ${time} AS at, sum(failures) AS step, sum(beats) AS n
       FROM links WHERE ${within} GROUP BY ${of}, ${time}
       UNION ALL ${spread('rtt')} UNION ALL ${spread('speed')}) ORDER BY of, at`,
    { houses: JSON.stringify(houses), from },
  );
  const found = new Map<string, Measured & { of: string; at: number }>();
  for (const [what, whose, at, step, n] of rows) {
    const key = `${whose}|${at}`;
    const one = found.get(key) ?? { of: whose, at, beats: 0, failures: 0, rtt: {}, speed: {} };
    if (what === 'beats') [one.beats, one.failures] = [n, Number(step)];
    else one[what][step] = n;
    found.set(key, one);
  }
  return [...found.values()];
}

function figuresOf(measured: readonly Measured[]): LinkFigures {
  const rtt = together(measured.map((one) => one.rtt));
  return {
    beats: measured.reduce((sum, { beats }) => sum + beats, 0),
    failures: measured.reduce((sum, { failures }) => sum + failures, 0),
    p50: percentile(rtt, 0.5),
    p95: percentile(rtt, 0.95),
    speed: percentile(together(measured.map(({ speed }) => speed)), 0.5),
  };
}

/** Lets go of what is older than it is kept. */
export function forgetOldLinks(db: Db, now: number): void {
  run(db, 'DELETE FROM links WHERE hour < {:before}', { before: Math.floor((now - keptDays * day) / hour) });
}

const isoDay = (days: number) => new Date(days * day).toISOString().slice(0, 10);
