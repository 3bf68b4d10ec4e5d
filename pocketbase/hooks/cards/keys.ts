import { writeThrough } from '../ledger/durable';
import { keep, known } from '../ledger/meta';
import type { Db } from '../ledger/sql';
import { newKeyPair, type KeyPair } from './sign';

const [secretName, publicName, serialName] = ['card-key', 'card-key-public', 'card-serial'] as const;

/** The public half of the key that this server signs cards with; made when it is first asked for. */
export function publicKey(app: CoreApp): string {
  return known(app.db(), publicName) ?? keyPair(app).public;
}

/** Both halves. The secret one lies in a collection that no route answers, and leaves the server in backups only. */
export function keyPair(app: CoreApp): KeyPair {
  return stored(app.db()) ?? make(app);
}

function make(app: CoreApp): KeyPair {
  const fresh = newKeyPair();
  let pair = fresh;
  writeThrough(app); // a kiosk that was told the key keeps it over a power cut
  app.runInTransaction((tx) => {
    pair = stored(tx.db()) ?? fresh; // somebody may have been first
    if (pair !== fresh) return;
    keep(tx.db(), secretName, fresh.secret);
    keep(tx.db(), publicName, fresh.public);
  });
  return pair;
}

/**
 * Takes `count` numbers for cards; answers the first. They grow whatever happens: over a clock that is set back by
 * counting on, over a backup that was restored by the clock (seconds since 1970).
 */
export function takeSerials(app: CoreApp, count: number): number {
  let first = 0;
  writeThrough(app);
  app.runInTransaction((tx) => {
    const last = Number(known(tx.db(), serialName) ?? 0);
    first = Math.max(last + 1, Math.floor(Date.now() / 1000));
    keep(tx.db(), serialName, String(first + count - 1));
  });
  return first;
}

function stored(db: Db): KeyPair | null {
  const [secret, open] = [known(db, secretName), known(db, publicName)];
  return secret !== undefined && open !== undefined ? { secret, public: open } : null;
}
