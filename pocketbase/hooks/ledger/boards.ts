import type { ClassParts, HouseBoard } from '$lib/classes/boards';
import { houseBoard } from '$lib/classes/boards';
import { attendanceStatuses, type AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { ClaimRow } from '$lib/ledger/kinds/claim-row';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import type { Tallied } from '$lib/ledger/tallies';
import { readRows, type Db } from './sql';

const day = 86_400_000;
/** Classes of so many weeks stand on the board of a house, and so many at most. */
const weeks = 4;
const mostClasses = 60;
/** Whoever learned or came in so many days is active. */
const activeDays = 30;

/**
 * The rows of a class and of whoever is marked in it; null where the house has no such class. Statements over one table with
 * lists of keys: in a join SQLite may choose, by what it knows of the tables' sizes, to go through all rows of a house.
 */
export function classParts(db: Db, house: string, session: string): ClassParts | null {
  const rows = <R>(table: string, where: string, of: readonly string[]) =>
    readRows<R>(
      db,
      `SELECT json(data) AS row FROM rows WHERE house = {:house} AND tbl = '${table}'
         AND ${where} IN (SELECT value FROM json_each({:of}))`,
      { house, of: JSON.stringify(of) },
    );
  const [about] = rows<ClassRow>('classes', 'key', [session]);
  if (!about) return null;
  const attendance = rows<AttendanceRow>('attendance', 'grp', [session]);
  const marked = attendance.map(({ person }) => person);
  const claims = rows<ClaimRow>('claims', "data->>'person'", marked);
  const visits = [...marked, ...claims.map(({ guest }) => guest)];
  // What people learned elsewhere, over the years, is not read where the class says what it teaches.
  const taught = visits.flatMap((visit) => about.lessons.map((lesson) => `${visit}|${lesson}`));
  return {
    class: about,
    attendance,
    people: rows<PersonRow>('people', 'key', marked),
    progress:
      about.lessons.length > 0
        ? rows<ProgressRow>('progress', 'key', taught)
        : rows<ProgressRow>('progress', 'grp', visits),
    claims,
  };
}

/** The board of a house as it is at a moment (ms). What it reads grows with the last weeks, and not with the years. */
export function boardOfHouse(db: Db, house: string, now: number): HouseBoard {
  const classes = readRows<ClassRow>(
    db,
    `SELECT json(data) AS row FROM rows WHERE house = {:house} AND tbl = 'classes'
       AND coalesce(data->>'starts', data->>'opened', data->>'closed') BETWEEN {:from} AND {:to}
     ORDER BY coalesce(data->>'starts', data->>'opened', data->>'closed') DESC LIMIT {:most}`,
    { house, from: iso(now - weeks * 7 * day), to: iso(now + day), most: mostClasses },
  );
  const keys = classes.flatMap(({ session }) => attendanceStatuses.map((status) => `${session}|${status}`));
  const figures = (where: string, of: readonly string[]) =>
    readRows<Tallied>(
      db,
      `SELECT json_object('name', name, 'key', key, 'n', n) AS row FROM tallies
       WHERE house = {:house} AND ${where} IN (SELECT value FROM json_each({:of}))`,
      { house, of: JSON.stringify(of) },
    );
  const kept = [
    ...figures('name', ['people', 'finished', 'passed']),
    ...figures("name = 'attendance' AND key", keys),
  ];
  return houseBoard(classes, kept, activeIn(db, house, now));
}

/** How many people of the roll learned or came lately; what a guest did counts for whoever claimed it. */
function activeIn(db: Db, house: string, now: number): number {
  const [found] = readRows<[number]>(
    db,
    `SELECT json_array(count(*)) AS row FROM (
       SELECT DISTINCT coalesce((SELECT c.data->>'person' FROM rows c
         WHERE c.house = {:house} AND c.tbl = 'claims' AND c.key = seen.person), seen.person) AS person FROM (
         SELECT grp AS person FROM rows
         WHERE house = {:house} AND tbl = 'progress' AND data->>'last' BETWEEN {:from} AND {:to}
         UNION SELECT data->>'person' FROM rows WHERE house = {:house} AND tbl = 'attendance'
           AND data->>'at' BETWEEN {:from} AND {:to} AND data->>'status' != 'none') seen) active
     WHERE (SELECT count(*) FROM rows p WHERE p.house = {:house} AND p.tbl = 'people' AND p.key = active.person) > 0`,
    { house, from: iso(now - activeDays * day), to: iso(now + day) },
  );
  return found?.[0] ?? 0;
}

const iso = (moment: number) => new Date(moment).toISOString();
