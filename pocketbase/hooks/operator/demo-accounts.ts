import { readRows } from '../ledger/sql';

/** True where the data holds demo accounts, whose password everybody knows. */
export function hasDemoAccounts(app: CoreApp): boolean {
  try {
    return readRows(app.db(), 'SELECT json_array(id) AS row FROM staff WHERE demo LIMIT 1', {}).length > 0;
  } catch {
    return false; // a new data folder has no tables yet
  }
}
