import type { ClassParts, HouseBoard } from '$lib/classes/boards';
import { houseBoard } from '$lib/classes/boards';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { Tallied } from '$lib/ledger/tallies';
import { readRows, type Db } from './sql';

const day = 86_400_000;
/** Classes of so many weeks stand on the board of a house, and so many at most. */
const weeks = 4;
const mostClasses = 60;
/** Whoever learned or came in so many days is active. */
const activeDays = 30;

/** The rows of a class and of whoever is marked in it; null where the house has no such class. Each is found by an index. */
export function classParts(db: Db, house: string, session: string): ClassParts | null {
  const [parts] = readRows<ClassParts>(
    db,
    `WITH here AS (SELECT key, data, data->>'person' AS person FROM rows
         WHERE house = {:house} AND tbl = 'attendance' AND grp = {:session}),
       visits AS (SELECT person AS visit FROM here UNION SELECT c.key FROM here
         JOIN rows c ON c.house = {:house} AND c.tbl = 'claims' AND c.data->>'person' = here.person)
     SELECT json_object('class', json(k.data),
       'attendance', (SELECT json_group_array(json(data)) FROM here),
       'people', (SELECT json_group_array(json(p.data)) FROM here
         JOIN rows p ON p.house = {:house} AND p.tbl = 'people' AND p.key = here.person),
       'progress', (SELECT json_group_array(json(p.data)) FROM visits
         JOIN rows p ON p.house = {:house} AND p.tbl = 'progress' AND p.grp = visits.visit),
       'claims', (SELECT json_group_array(json(c.data)) FROM visits
         JOIN rows c ON c.house = {:house} AND c.tbl = 'claims' AND c.key = visits.visit)) AS row
     FROM rows k WHERE k.house = {:house} AND k.tbl = 'classes' AND k.key = {:session}`,
    { house, session },
  );
  return parts ?? null;
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
  const sessions = JSON.stringify(classes.map(({ session }) => session));
  const kept = readRows<Tallied>(
    db,
    `SELECT json_object('name', name, 'key', key, 'n', n) AS row FROM tallies
     WHERE house = {:house} AND name IN ('people', 'finished', 'passed')
     UNION ALL SELECT json_object('name', t.name, 'key', t.key, 'n', t.n) FROM json_each({:sessions}) j
     JOIN tallies t ON t.house = {:house} AND t.name = 'attendance' AND t.key > j.value || '|' AND t.key < j.value || '}'`,
    { house, sessions },
  );
  return houseBoard(classes, kept, activeIn(db, house, now));
}

/** How many people of the roll learned or came lately; what a guest did counts for whoever claimed it. */
function activeIn(db: Db, house: string, now: number): number {
  const [found] = readRows<[number]>(
    db,
    `SELECT json_array(count(*)) AS row FROM (
       SELECT DISTINCT coalesce(c.data->>'person', seen.person) AS person FROM (
         SELECT grp AS person FROM rows
         WHERE house = {:house} AND tbl = 'progress' AND data->>'last' BETWEEN {:from} AND {:to}
         UNION SELECT data->>'person' FROM rows WHERE house = {:house} AND tbl = 'attendance'
           AND data->>'at' BETWEEN {:from} AND {:to} AND data->>'status' != 'none') seen
       LEFT JOIN rows c ON c.house = {:house} AND c.tbl = 'claims' AND c.key = seen.person) active
     JOIN rows p ON p.house = {:house} AND p.tbl = 'people' AND p.key = active.person`,
    { house, from: iso(now - activeDays * day), to: iso(now + day) },
  );
  return found?.[0] ?? 0;
}

const iso = (moment: number) => new Date(moment).toISOString();
