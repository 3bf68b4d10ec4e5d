import { newRowId } from '../ledger/row-id';
import { readRows, run } from '../ledger/sql';

/** What may be wrong with a backup: it could not be made · not be opened · is damaged · holds less than it should · could not be tried. */
export type Fault = 'not-made' | 'unreadable' | 'damaged' | 'short' | 'untried';

/** A backup as it is written down. `untried`: it is there, but nobody could look into it. */
export interface Backup {
  file: string;
  /** ISO, by the server's clock. */
  began: string;
  finished: string;
  state: 'good' | 'bad' | 'untried';
  why: Fault | '';
  /** Bytes; 0 where there is no file. */
  size: number;
  /** Events of all houses. */
  events: number;
  /** How far it holds each house: taken before the copy began. */
  houses: Record<string, number>;
}

/** How many backups are kept where nobody said otherwise: a week of nights. */
export const keptByDefault = 7;

/** All backups written down, the newest first; by the order in which they were made, whatever the clock said. */
export function backupsOf(app: CoreApp): Backup[] {
  return readRows(
    app.db(),
    `SELECT json_object('file', file, 'began', began, 'finished', finished, 'state', state, 'why', why,
       'size', size, 'events', events, 'houses', json(houses)) AS row FROM backups ORDER BY rowid DESC`,
    {},
  );
}

/** Writes a backup down. */
export function noteBackup(app: CoreApp, backup: Backup): void {
  const { houses, ...rest } = backup;
  run(
    app.nonconcurrentDB(),
    `INSERT INTO backups (id, file, began, finished, state, why, size, events, houses)
     VALUES ({:id}, {:file}, {:began}, {:finished}, {:state}, {:why}, {:size}, {:events}, {:houses})`,
    {
      ...rest,
      id: newRowId(),
      houses: JSON.stringify(houses),
    },
  );
}

/** How many backups are kept. */
export function keepOf(app: CoreApp): number {
  const [found] = readRows<{ value: string }>(
    app.db(),
    `SELECT json_object('value', value) AS row FROM meta WHERE name = 'backups-kept'`,
    {},
  );
  return found ? Number(found.value) : keptByDefault;
}

/** Says how many backups are kept from now on. */
export function setKeep(app: CoreApp, keep: number): void {
  run(
    app.nonconcurrentDB(),
    `INSERT INTO meta (id, name, value) VALUES ({:id}, 'backups-kept', {:keep})
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    {
      id: newRowId(),
      keep: String(keep),
    },
  );
}
