import { readRows, type Db } from '../ledger/sql';

/** When the last good backup was finished (ISO, by the server's clock); '' where there is none. */
export function lastGood(db: Db): string {
  const [found] = readRows<{ finished: string }>(
    db,
    `SELECT json_object('finished', finished) AS row FROM backups WHERE state = 'good' ORDER BY rowid DESC LIMIT 1`,
    {},
  );
  return found?.finished ?? '';
}

/**
 * How far a verified backup holds these houses; 0 where none does. The ledger only grows, so the furthest of the good
 * ones holds what the others hold.
 */
export function safeOf(db: Db, houses: readonly string[]): Record<string, number> {
  const found = readRows<[string, number]>(
    db,
    `SELECT json_array(j.value, (SELECT coalesce(max(b.houses->>j.value), 0)
       FROM backups b WHERE b.state = 'good')) AS row
     FROM json_each({:houses}) j`,
    { houses: JSON.stringify(houses) },
  );
  return Object.fromEntries(found);
}
