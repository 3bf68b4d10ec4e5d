import { readRows, run } from '../ledger/sql';

/** No look-alikes: no I, L, O, 0, 1. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 8;
/** The first characters find a code, the rest prove it: a wrong guess costs a try of that code alone. */
const selectorLength = 3;
const maxTries = 5;

/** How long a code is good for, in minutes. */
export const codeMinutes = 10;

/** Makes a one-time pairing code of a house; only its hash is kept. */
export function mintCode(app: CoreApp, house: string, minutes: number): { code: string; expires: string } {
  const expires = Date.now() + minutes * 60_000;
  run(app.nonconcurrentDB(), 'DELETE FROM pair_codes WHERE expires < {:now} OR tries >= {:maxTries}', {
    now: Date.now(),
    maxTries,
  });
  for (;;) {
    const code = $security.randomStringWithAlphabet(codeLength, alphabet);
    if (find(app, code)) continue; // another open code begins alike
    const record = new Record(app.findCollectionByNameOrId('pair_codes'));
    record.set('house', house);
    record.set('selector', code.slice(0, selectorLength));
    record.set('hash', hashOf(code));
    record.set('expires', expires);
    record.set('tries', 0);
    app.save(record);
    return { code, expires: new Date(expires).toISOString() };
  }
}

/**
 * Spends a code: the house it stands for, or null where it is wrong, expired, used or tried too often. A code
 * whose house is not one that `fits` stays unspent.
 */
export function spendCode(
  app: CoreApp,
  typed: string,
  fits: (house: string) => boolean,
): { house: string; spent: boolean } | null {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  let answer: { house: string; spent: boolean } | null = null;
  app.runInTransaction((tx) => {
    const found = find(tx, code);
    if (!found || found.tries >= maxTries || found.expires < Date.now()) return;
    if ($security.equal(found.hash, hashOf(code))) {
      const spent = fits(found.house);
      answer = { house: found.house, spent };
      if (spent) run(tx.db(), 'DELETE FROM pair_codes WHERE id = {:id}', { id: found.id });
    } else {
      run(tx.db(), 'UPDATE pair_codes SET tries = tries + 1 WHERE id = {:id}', { id: found.id });
    }
  });
  return answer;
}

interface StoredCode {
  id: string;
  house: string;
  hash: string;
  expires: number;
  tries: number;
}

function find(app: CoreApp, code: string): StoredCode | undefined {
  return readRows<StoredCode>(
    app.db(),
    `SELECT json_object('id', id, 'house', house, 'hash', hash, 'expires', expires, 'tries', tries) AS row
     FROM pair_codes WHERE selector = {:selector}`,
    { selector: code.slice(0, selectorLength) },
  )[0];
}

function hashOf(code: string): string {
  return $security.sha256(`pair|${code}`);
}
