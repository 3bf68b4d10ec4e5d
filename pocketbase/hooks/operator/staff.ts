import type { StaffRole } from '$lib/ledger/kind';
import { accountOf } from '../api/account';
import { membershipsOf } from '../ledger/sender';
import { giveRole, makeAccount, setPassword } from '../staff/account';
import { noteAct } from '../staff/acts';
import { newPassword } from '../staff/password';
import { housesOf } from '../staff/people';
import { Complaint } from './complaint';
import { houseWith } from './houses';
import { nameFrom, roleFrom, usernameFrom } from './typed';

/** An account that was made or changed; the password is told here once and kept nowhere. */
interface Told {
  username: string;
  name: string;
  /** Null where the account keeps the one it has. */
  password: string | null;
}

/**
 * Gives a member of staff a role in a house. An account that is there keeps its name and password;
 * `added` is false where it has the role already.
 */
export function addStaff(
  app: CoreApp,
  typed: { username: string; name: string; role: string; house: string },
): Told & { role: StaffRole; house: { id: string; name: string }; added: boolean } {
  const role = roleFrom(typed.role);
  const house = houseWith(app, typed.house);
  const known = realAccountOf(app, typed.username);
  const held = known ? membershipsOf(app, known.id) : [];
  const added = !held.some((one) => one.house === house.id && one.role === role);
  const username = known ? typed.username : usernameFrom(typed.username);
  const name = known ? known.getString('name') : nameFrom(typed.name);
  const password = known ? null : newPassword();
  if (added) {
    app.runInTransaction((tx) => {
      const whom = known?.id ?? makeAccount(tx, { username, name }, { password: password ?? '', due: 0 });
      giveRole(tx, whom, house.id, role);
      noteAct(tx.db(), { act: known ? 'give' : 'add', actor: '', whom, role }, [house.id]);
    });
  }
  return { username, name, password, role, house, added };
}

/**
 * Gives an account a new password; tokens given before are void from the next request on. One that was closed is open
 * again: where no coordinator may do it any more, the operator does.
 */
export function resetPassword(app: CoreApp, username: string): Told {
  const account = realAccountOf(app, username);
  if (!account) {
    throw new Complaint(
      `Không có tài khoản «${username}». Xem các tài khoản bằng lệnh list-houses.`,
      `There is no account «${username}». The command list-houses shows them.`,
    );
  }
  const password = newPassword();
  app.runInTransaction((tx) => {
    const houses = housesOf(tx.db(), account.id);
    if (account.getBool('closed')) noteAct(tx.db(), { act: 'reopen', actor: '', whom: account.id }, houses);
    noteAct(tx.db(), { act: 'reset', actor: '', whom: account.id }, houses);
    account.set('closed', false);
    setPassword(tx, account, { password, due: 0 });
  });
  return { username, name: account.getString('name'), password };
}

/** An account by its username; complains of a demo account: its password is printed in public, and stays so. */
function realAccountOf(app: CoreApp, username: string): core.Record | null {
  const account = accountOf(app, username);
  if (!account?.getBool('demo')) return account;
  throw new Complaint(
    `«${username}» là tài khoản dùng thử và không đổi được. Hãy tạo tài khoản khác.`,
    `«${username}» is a demo account and stays as it is. Make another account.`,
  );
}
