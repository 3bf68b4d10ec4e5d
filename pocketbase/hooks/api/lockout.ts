import { afterTry, waitOf, type Leniency, type Tally } from '$lib/access/lockout';
import { writeThrough } from '../ledger/durable';
import { readRows, run, type Db } from '../ledger/sql';
import { Refusal } from './refusal';

/** Something that can be guessed at: a login, a card, a device. Kept as a hash: people type passwords into names. */
export interface Lock {
  on: string;
  of: string;
  leniency: Leniency;
}

/** Tallies older than this say nothing any more, whatever they are of (ms). */
const keepFor = 48 * 3_600_000;

/**
 * Counts a try before it is known to be right, so that many at once are as many as one after another. Where one of
 * the locks is shut nothing is counted and nothing may be tried: refuses with `too-many` and the seconds to wait.
 */
export function countTry(app: CoreApp, locks: readonly Lock[]): void {
  const now = Date.now();
  let wait = 0;
  writeThrough(app); // pulling the plug gives no new tries
  app.runInTransaction((tx) => {
    const db = tx.db();
    const tallies = locks.map((lock) => tallyOf(db, lock));
    wait = Math.max(...tallies.map((tally) => waitOf(tally, now)));
    if (wait > 0) return;
    locks.forEach((lock, index) => write(db, lock, afterTry(tallies[index], now, lock.leniency)));
    run(db, 'DELETE FROM lockouts WHERE last < {:before}', { before: now - keepFor });
  });
  if (wait > 0) throw new Refusal('too-many', wait);
}

/** The try was right, and whoever made it may do so again: their wrong ones are forgotten. */
export function forgetTries(app: CoreApp, lock: Lock): void {
  run(app.nonconcurrentDB(), 'DELETE FROM lockouts WHERE id = {:id}', { id: idOf(lock) });
}

/** The try was right, which says nothing of the wrong ones before it: this one is not counted. */
export function takeBackTry(app: CoreApp, lock: Lock): void {
  run(
    app.nonconcurrentDB(),
    'UPDATE lockouts SET failures = max(failures - 1, 0), until = 0 WHERE id = {:id}',
    { id: idOf(lock) },
  );
}

function tallyOf(db: Db, lock: Lock): Tally | undefined {
  return readRows<Tally>(
    db,
    `SELECT json_object('failures', failures, 'last', last, 'until', until) AS row FROM lockouts WHERE id = {:id}`,
    { id: idOf(lock) },
  )[0];
}

function write(db: Db, lock: Lock, { failures, last, until }: Tally): void {
  run(
    db,
    `INSERT INTO lockouts (id, failures, last, until) VALUES ({:id}, {:failures}, {:last}, {:until})
     ON CONFLICT (id) DO UPDATE SET failures = excluded.failures, last = excluded.last, until = excluded.until`,
    { id: idOf(lock), failures, last, until },
  );
}

function idOf({ on, of }: Lock): string {
  return $security.sha256(`${on}|${of}`).slice(0, 32);
}
