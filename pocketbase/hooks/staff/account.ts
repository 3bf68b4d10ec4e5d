import { newPassword } from './password';

/** How long a one-time password is good (ms): three days, so that it can be handed over after a weekend. */
const goodFor = 72 * 3_600_000;

/** A password as it is told once, and until when it is good: ms, 0 for one that stays. */
export interface NewPassword {
  password: string;
  due: number;
}

/** A random password that has to be changed when it is first used. */
export function oneTimePassword(): NewPassword {
  return { password: newPassword(), due: Date.now() + goodFor };
}

/** Makes an account and answers its id. */
export function makeAccount(
  app: CoreApp,
  { username, name }: { username: string; name: string },
  { password, due }: NewPassword,
): string {
  return save(app, 'staff', { username, name, password, due, demo: false });
}

/** Gives an account a password; tokens given before are void from the next request on. */
export function setPassword(app: CoreApp, account: core.Record, { password, due }: NewPassword): void {
  account.setPassword(password);
  account.set('due', due);
  account.refreshTokenKey();
  app.save(account);
}

/** Gives an account a role that it does not hold. */
export function giveRole(app: CoreApp, staff: string, house: string, role: string): void {
  save(app, 'memberships', { staff, house, role });
}

function save(app: CoreApp, collection: string, fields: { [name: string]: unknown }): string {
  const record = new Record(app.findCollectionByNameOrId(collection));
  record.load(fields);
  app.save(record);
  return record.id;
}
