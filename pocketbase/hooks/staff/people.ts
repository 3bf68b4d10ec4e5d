import { coordinator } from '$lib/access/staff';
import type { StaffPerson } from '$lib/sync/staff';
import { readRows, type Db } from '../ledger/sql';

/**
 * The houses that an account coordinates now. None where it is closed, or has a one-time password by now: whoever asks
 * is known from before, and somebody else may just have shut them out.
 */
export function coordinatedBy(db: Db, account: string): string[] {
  return readRows<[string]>(
    db,
    `SELECT json_array(m.house) AS row FROM memberships m JOIN staff s ON s.id = m.staff
     WHERE m.staff = {:account} AND m.role = {:coordinator} AND m.ended = '' AND NOT s.closed AND s.due = 0`,
    { account, coordinator },
  ).map(([house]) => house);
}

/** The houses where an account has a role now, each once. */
export function housesOf(db: Db, account: string): string[] {
  return readRows<[string]>(
    db,
    `SELECT json_array(house) AS row FROM (
       SELECT DISTINCT house FROM memberships WHERE staff = {:account} AND ended = '' ORDER BY house)`,
    { account },
  ).map(([house]) => house);
}

/** A person as SQLite has them: yes and no are numbers, a moment is in ms. */
type Stored = Omit<StaffPerson, 'demo' | 'closed' | 'ours' | 'due'> &
  Record<'demo' | 'closed' | 'ours' | 'due', number>;

/** All who work or worked in a house, for somebody who coordinates the houses `mine`. */
export function peopleOf(db: Db, house: string, mine: readonly string[]): StaffPerson[] {
  return readRows<Stored>(
    db,
    `SELECT json_object('id', s.id, 'username', s.username, 'name', s.name, 'demo', s.demo, 'closed', s.closed,
       'due', s.due, 'ours', NOT EXISTS (SELECT 1 FROM memberships o WHERE o.staff = s.id AND o.ended = ''
         AND o.house NOT IN (SELECT value FROM json_each({:mine}))),
       'roles', (SELECT json_group_array(json_object('role', m.role, 'since', replace(m.created, ' ', 'T'),
           'ended', m.ended) ORDER BY m.created, m.id)
         FROM memberships m WHERE m.staff = s.id AND m.house = {:house})) AS row
     FROM staff s WHERE s.id IN (SELECT staff FROM memberships WHERE house = {:house}) ORDER BY s.username`,
    { house, mine: JSON.stringify(mine) },
  ).map(({ demo, closed, ours, due, ...person }) => ({
    ...person,
    demo: demo !== 0,
    closed: closed !== 0,
    ours: ours !== 0,
    due: due === 0 ? '' : new Date(due).toISOString(),
  }));
}
