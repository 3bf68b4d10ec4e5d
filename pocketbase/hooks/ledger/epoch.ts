import { readRows, run } from './sql';

/** The life of this ledger: changes when the server was restored from a backup, so that devices push again. */
export function epochOf(app: CoreApp): string {
  const found = readRows<{ value: string }>(
    app.db(),
    `SELECT json_object('value', value) AS row FROM meta WHERE name = 'epoch'`,
    {},
  );
  return found[0]?.value ?? '';
}

/** Begins a new life of the ledger, after a restore. */
export function newEpoch(app: CoreApp): void {
  run(app.nonconcurrentDB(), `UPDATE meta SET value = {:value} WHERE name = 'epoch'`, {
    value: $security.randomStringWithAlphabet(32, '0123456789abcdef'),
  });
}
