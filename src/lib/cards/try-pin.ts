import type { CardRow } from '$lib/ledger/kinds/card-row';
import type { LedgerStore } from '$lib/ledger/store';
import { pinProof } from './proof';
import { countTry, forgetTry, mayTry, wasWrong, type MayTry } from './tries';

/** What came of a PIN. */
export type Tried = 'right' | 'wrong' | Exclude<MayTry, 'yes'>;

/**
 * Tries a PIN with the secret of its card. Counted before it is checked; `tell` says to the house that the card is
 * shut, once. `now` in ms since 1970.
 */
export async function tryPin(
  store: LedgerStore,
  row: CardRow,
  secret: Uint8Array<ArrayBuffer>,
  pin: string,
  tell: () => Promise<unknown>,
  now: () => number = Date.now,
): Promise<Tried> {
  const may = await countTry(store, row, now());
  if (may !== 'yes') return may;
  if ((await pinProof(pin, secret)) === row.pin) {
    await forgetTry(store, row);
    return 'right';
  }
  if (await wasWrong(store, row, now())) await tell();
  const after = await mayTry(store, row, now());
  return after === 'yes' ? 'wrong' : after;
}
