import { marksOf } from '../ledger/chain';
import { writeThrough } from '../ledger/durable';
import { readRows, run } from '../ledger/sql';
import { backupsOf, keepOf, noteBackup, type Backup } from './list';
import { tryCopy, type Tried } from './try-copy';

/** Where the server keeps its backups. */
export const folderOf = (app: CoreApp): string => `${app.dataDir()}/backups`;

/**
 * Makes a backup, tries it, and writes down how far it holds each house. That is noted before the copy begins: what comes
 * while it is made may be in it, but nobody relies on that. Those that are too many are removed, the oldest first.
 */
export function makeBackup(app: CoreApp): Backup {
  const began = new Date();
  const file = `nha-so-${began.toISOString().replace(/[^0-9]/g, '')}.db`;
  const marks = marksOf(app.db(), housesOf(app));
  const path = `${folderOf(app)}/${file}`;
  const { why, events } = copy(app, path) ?? tryCopy(path, marks);
  const backup: Backup = {
    file,
    began: began.toISOString(),
    finished: new Date().toISOString(),
    state: why === '' ? 'good' : why === 'untried' ? 'untried' : 'bad',
    why,
    size: sizeOf(path),
    events,
    houses: Object.fromEntries(Object.entries(marks).map(([house, { seq }]) => [house, seq])),
  };
  if (backup.state === 'bad') removeFile(path); // nobody may take it for one that can be restored
  writeThrough(app); // devices let things go because of it
  noteBackup(app, backup);
  tidy(app);
  return backup;
}

function housesOf(app: CoreApp): string[] {
  return readRows<string>(app.db(), `SELECT json_quote(id) AS row FROM houses`, {});
}

/** PocketBase's types have no plain number for it. */
const ownerOnly = 0o700 as unknown as Parameters<typeof $os.mkdirAll>[1];

/**
 * SQLite itself writes the copy, of one moment, while others go on writing. PocketBase's own backup reads the database's
 * files, and the system drops all of a program's locks on a file when the program closes it once: the next command
 * beside a running server then took itself for the only one, and the server ended with SIGBUS.
 */
function copy(app: CoreApp, path: string): Tried | undefined {
  try {
    $os.mkdirAll(folderOf(app), ownerOnly);
    run(app.concurrentDB(), 'VACUUM INTO {:path}', { path });
  } catch (problem) {
    console.error(`${path}: ${String(problem)}`);
    return { why: 'not-made', events: 0 };
  }
}

/**
 * Refuses PocketBase's own way to make a backup, for the reason above, and to put one back: it would say nothing to the
 * devices. The log says how it is done instead.
 */
export function refuseOwn(act: 'backup' | 'restore'): never {
  const say = `Hãy dùng lệnh · Use: npm run operator -- ${act}`;
  console.error(say);
  throw new BadRequestError(say);
}

/** Bytes of a file; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return $os.stat(path).size();
  } catch {
    return 0;
  }
}

function removeFile(path: string): void {
  try {
    $os.remove(path);
  } catch {
    // it is not there
  }
}

/** So many failures stay written down. */
const failuresKept = 20;

/** Removes the oldest files beyond those that are kept, and forgets the oldest failures. */
function tidy(app: CoreApp): void {
  const all = backupsOf(app);
  const failures = all.filter(({ state }) => state === 'bad');
  const surplus = all.filter(({ state }) => state !== 'bad').slice(keepOf(app));
  for (const { file } of surplus) removeFile(`${folderOf(app)}/${file}`);
  forget(app, [...surplus, ...failures.slice(failuresKept)]);
}

/** A good backup whose file is gone is none any more: nobody may rely on it. */
export function forgetMissing(app: CoreApp): void {
  const good = backupsOf(app).filter(({ state }) => state === 'good');
  forget(
    app,
    good.filter(({ file, size }) => sizeOf(`${folderOf(app)}/${file}`) !== size),
  );
}

function forget(app: CoreApp, backups: readonly Backup[]): void {
  if (backups.length === 0) return;
  run(app.nonconcurrentDB(), `DELETE FROM backups WHERE file IN (SELECT value FROM json_each({:files}))`, {
    files: JSON.stringify(backups.map(({ file }) => file)),
  });
}
