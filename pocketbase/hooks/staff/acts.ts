import type { StaffAct, StaffQuery } from '$lib/sync/staff';
import { readRows, run, type Db } from '../ledger/sql';

/** Something that was done about somebody. `actor` is '' for a command of the operator. */
interface Done {
  /** Of `StaffAct`; besides them what somebody does about their own account: `password`, `sign-out`. */
  act: StaffAct['act'] | 'password' | 'sign-out';
  actor: string;
  whom: string;
  role?: string;
}

/**
 * Writes down what was done, a line for each house that it concerns, so that each reads all of its own and nothing of
 * another's; without a house where it is nobody's business but the account's.
 */
export function noteAct(db: Db, { act, actor, whom, role = '' }: Done, houses: readonly string[]): void {
  run(
    db,
    `INSERT INTO staff_acts (id, house, actor, act, whom, role, former, at)
     SELECT lower(hex(randomblob(16))), value, {:actor}, {:act}, {:whom}, {:role}, '', {:at}
     FROM json_each({:houses})`,
    { act, actor, whom, role, at: new Date().toISOString(), houses: JSON.stringify(noneTwice(houses)) },
  );
}

const noneTwice = (houses: readonly string[]): string[] =>
  houses.length === 0 ? [''] : [...new Set(houses)];

/** The lines of a house, the newest first. */
export function actsOf(
  db: Db,
  { house, after = '', limit }: StaffQuery,
): { acts: StaffAct[]; more: boolean } {
  const found = readRows<StaffAct>(
    db,
    `SELECT json_object('id', c.id, 'act', c.act, 'by', coalesce(a.name, ''), 'whom', coalesce(s.name, ''),
       'role', c.role, 'at', c.at) AS row
     FROM staff_acts c LEFT JOIN staff a ON a.id = c.actor LEFT JOIN staff s ON s.id = c.whom
     WHERE c.house = {:house} AND ({:after} = '' OR (c.at, c.rowid) <
       (SELECT p.at, p.rowid FROM staff_acts p WHERE p.id = {:after} AND p.house = {:house}))
     ORDER BY c.at DESC, c.rowid DESC LIMIT {:limit}`,
    { house, after, limit: limit + 1 },
  );
  return { acts: found.slice(0, limit), more: found.length > limit };
}
