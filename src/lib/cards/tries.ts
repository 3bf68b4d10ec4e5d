import { afterTry, ofOneDevice, ofOnePerson, waitOf, type Tally } from '$lib/access/lockout';
import type { CardRow } from '$lib/ledger/kinds/card-row';
import type { LedgerStore } from '$lib/ledger/store';

/** What a kiosk remembers of the PINs that were tried with one card. */
interface CardTries extends Tally {
  /** True where this kiosk took no more of them for a while, and told the house. */
  shut: boolean;
  /** When staff had last opened the card, as far as was known then. */
  opened: string | null;
}

/** Whether a PIN may be tried now: yes, not before so many seconds, or not until staff open the card. */
export type MayTry = 'yes' | 'locked' | { wait: number };

const deviceFact = 'pin-tries';
const cardFact = (card: string) => `pin-tries:${card}`;

/**
 * Whether a PIN may be tried. The kiosk that shut a card opens it by waiting, so that nobody stands before it for good
 * where no staff are; at every other kiosk of the house it stays shut until staff open it.
 */
export async function mayTry(store: LedgerStore, card: CardRow, now: number): Promise<MayTry> {
  const tries = await triesOf(store, card);
  if (card.locked && !tries?.shut) return 'locked';
  const wait = Math.max(waitOf(tries, now), waitOf(await store.fact<Tally>(deviceFact), now));
  return wait === 0 ? 'yes' : { wait };
}

/** Counts a try before it is known to be right, in one strict transaction: pulling the plug gives no new ones. */
export function countTry(store: LedgerStore, card: CardRow, now: number): Promise<MayTry> {
  return store.transaction('rw', store.facts, async () => {
    const may = await mayTry(store, card, now);
    if (may !== 'yes') return may;
    const tries = await triesOf(store, card);
    const next = afterTry(tries, now, ofOnePerson);
    const kept: CardTries = { ...next, shut: tries?.shut ?? false, opened: card.opened };
    await store.setFact(cardFact(card.card), kept);
    await store.setFact(deviceFact, afterTry(await store.fact<Tally>(deviceFact), now, ofOneDevice));
    return 'yes';
  });
}

/** The try was right: the card's wrong ones are forgotten, and of the device's this one, which says nothing of others'. */
export async function forgetTry(store: LedgerStore, card: CardRow): Promise<void> {
  await store.transaction('rw', store.facts, async () => {
    const tries = await triesOf(store, card);
    if (tries?.shut) await store.setFact(cardFact(card.card), { ...tries, failures: 0, until: 0 });
    else await store.facts.delete(cardFact(card.card));
    const device = await store.fact<Tally>(deviceFact);
    if (device)
      await store.setFact(deviceFact, { ...device, failures: Math.max(device.failures - 1, 0), until: 0 });
  });
}

/** The try was wrong. True where the card is shut by it, and the house has not been told yet. */
export function wasWrong(store: LedgerStore, card: CardRow, now: number): Promise<boolean> {
  return store.transaction('rw', store.facts, async () => {
    const tries = await triesOf(store, card);
    if (!tries || waitOf(tries, now) === 0 || tries.shut) return false;
    await store.setFact(cardFact(card.card), { ...tries, shut: true });
    return true;
  });
}

/** What is remembered; nothing once staff have opened the card since. */
async function triesOf(store: LedgerStore, { card, opened }: CardRow): Promise<CardTries | undefined> {
  const tries = await store.fact<CardTries>(cardFact(card));
  return tries?.opened === opened ? tries : undefined;
}
