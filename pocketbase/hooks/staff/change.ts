import { sameName } from '$lib/access/same-name';
import { hindrance, isNow } from '$lib/access/staff';
import type { ErrorCode } from '$lib/sync/protocol';
import type { OneTimePassword, StaffChange, StaffPerson } from '$lib/sync/staff';
import { accountOf } from '../api/account';
import { writeThrough } from '../ledger/durable';
import { run } from '../ledger/sql';
import { giveRole, makeAccount, oneTimePassword, setPassword } from './account';
import { noteAct } from './acts';
import { coordinatedBy, housesOf, peopleOf } from './people';

/** What came of a change: nothing where it is refused, else the password to tell where there is a new one. */
export type Changed = { refused: ErrorCode } | { told: OneTimePassword | null };

type Add = Extract<StaffChange, { does: 'add' }>;
type About = Exclude<StaffChange, Add>;

const done: Changed = { told: null };

/**
 * Does what a coordinator asks about the staff of their house, and writes it down, in one transaction and on the disk.
 * What the asker may do is read inside it: of two who end each other's role the second is no coordinator any more.
 */
export function changeStaff(app: CoreApp, asker: string, change: StaffChange): Changed {
  let changed: Changed = { refused: 'not-allowed' };
  writeThrough(app); // what is said to be done stays done, whatever happens to the power
  app.runInTransaction((tx) => {
    const mine = coordinatedBy(tx.db(), asker);
    if (!mine.includes(change.house)) return;
    changed = change.does === 'add' ? add(tx, asker, change) : about(tx, asker, change, mine);
  });
  return changed;
}

/** Makes an account; where the name is taken by somebody who is called so too, gives them the role. */
function add(tx: CoreApp, asker: string, { house, username, name, role }: Add): Changed {
  const known = accountOf(tx, username);
  if (!known) {
    const made = oneTimePassword();
    const whom = makeAccount(tx, { username, name }, made);
    giveRole(tx, whom, house, role);
    noteAct(tx.db(), { act: 'add', actor: asker, whom, role }, [house]);
    return { told: told({ username, name }, made) };
  }
  if (known.getBool('demo')) return { refused: 'not-allowed' };
  // Somebody of another house may be called alike in the first part of their address, and must not come in here by it.
  if (!sameName(known.getString('name'), name)) return { refused: 'name-taken' };
  const held = peopleOf(tx.db(), house, []).find(({ id }) => id === known.id);
  if (!held || !isNow(held, role)) give(tx, asker, house, known.id, role);
  return done;
}

function about(tx: CoreApp, asker: string, change: About, mine: readonly string[]): Changed {
  const people = peopleOf(tx.db(), change.house, mine);
  const whom = people.find(({ id }) => id === change.staff);
  if (!whom) return { refused: 'not-found' };
  if (holdsAlready(change, whom)) return done;
  const refused = hindrance(change, whom, people, asker);
  return refused ? { refused } : apply(tx, asker, change, whom);
}

/** The answer to an earlier request may have been lost. */
function holdsAlready(change: About, whom: StaffPerson): boolean {
  switch (change.does) {
    case 'give':
      return isNow(whom, change.role);
    case 'end':
      return !isNow(whom, change.role);
    case 'close':
      return whom.closed;
    case 'reopen':
      return !whom.closed;
    case 'reset':
      return false;
  }
}

function apply(tx: CoreApp, asker: string, change: About, whom: StaffPerson): Changed {
  const { house } = change;
  if (change.does === 'give') {
    give(tx, asker, house, whom.id, change.role);
    return done;
  }
  if (change.does === 'end') {
    run(
      tx.db(),
      `UPDATE memberships SET ended = {:at} WHERE staff = {:staff} AND house = {:house} AND role = {:role} AND ended = ''`,
      { at: new Date().toISOString(), staff: whom.id, house, role: change.role },
    );
    noteAct(tx.db(), { act: 'end', actor: asker, whom: whom.id, role: change.role }, [house]);
    return done;
  }
  // Password and account are the same wherever they work, which is in houses of the asker alone.
  const account = tx.findRecordById('staff', whom.id);
  noteAct(tx.db(), { act: change.does, actor: asker, whom: whom.id }, [house, ...housesOf(tx.db(), whom.id)]);
  if (change.does === 'reset') {
    const made = oneTimePassword();
    setPassword(tx, account, made);
    return { told: told(whom, made) };
  }
  account.set('closed', change.does === 'close');
  account.refreshTokenKey();
  tx.save(account);
  return done;
}

function give(tx: CoreApp, asker: string, house: string, whom: string, role: string): void {
  giveRole(tx, whom, house, role);
  noteAct(tx.db(), { act: 'give', actor: asker, whom, role }, [house]);
}

function told(
  { username, name }: { username: string; name: string },
  { password, due }: { password: string; due: number },
): OneTimePassword {
  return { username, name, password, until: new Date(due).toISOString() };
}
