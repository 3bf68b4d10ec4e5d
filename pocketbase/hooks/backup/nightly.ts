import { isDue } from './due';
import { backupsOf } from './list';
import { forgetMissing, makeBackup } from './make';

/** Asked every hour while the server runs: makes a backup where one is due, and says in the log what became of it. */
export function backUpWhenDue(): void {
  forgetMissing($app);
  const last = backupsOf($app).find(({ state }) => state === 'good');
  if (!isDue(Date.now(), last ? Date.parse(last.began) : null)) return;
  const { file, state, why } = makeBackup($app);
  if (state !== 'good') console.error(`backup ${file}: ${why}`);
}
