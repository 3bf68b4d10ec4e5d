import type { CardRow } from '$lib/ledger/kinds/card-row';
import type { CardClaim } from '$lib/sync/card-claim';

/** Why a card lets nobody in; each has a sentence, `cards:problem.<code>`. */
export const cardProblems = [
  'damaged', // begins as a card of ours, but is not whole
  'foreign', // no card of ours, or one that the server never signed
  'unsure', // this device has not been told yet by what cards are known, or by what this one's PIN is
  'elsewhere', // signed, but for somebody whom this house does not know
  'revoked',
  'replaced', // there is a newer card of the same person
  'locked', // too many wrong PINs
] as const;
export type CardProblem = (typeof cardProblems)[number];

/** The card of a person that counts: the newest, where it has not been revoked. */
export function validCard(cards: readonly CardRow[], person: string): CardRow | undefined {
  const newest = newestOf(cards, person);
  return newest?.revoked ? undefined : newest;
}

/** Everybody who has a card that counts. */
export function cardHolders(cards: readonly CardRow[]): Set<string> {
  const people = new Set(cards.filter(({ issued }) => issued !== null).map(({ person }) => person));
  return new Set([...people].filter((person) => validCard(cards, person)));
}

/** Everybody whose card has a PIN: they asked not to be taken for others, so a number alone does not let them in. */
export function byCardAlone(cards: readonly CardRow[]): Set<string> {
  return new Set([...cardHolders(cards)].filter((person) => validCard(cards, person)?.pin));
}

/**
 * What a signed card is worth here, by what this device knows of the house's cards. One that it has not heard of yet
 * counts where it is newer than all it knows of that person: it was made while the kiosk had no network.
 */
export function standingOf(
  claim: CardClaim,
  cards: readonly CardRow[],
  isOnRoll: boolean,
): 'good' | CardProblem {
  const known = cards.find(({ card }) => card === claim.card);
  if (known?.revoked) return 'revoked';
  if (!isOnRoll) return 'elsewhere';
  if (known?.issued && known.person !== claim.person) return 'foreign';
  if ((newestOf(cards, claim.person)?.serial ?? 0) > claim.serial) return 'replaced';
  return claim.pin && !known?.pin ? 'unsure' : 'good';
}

function newestOf(cards: readonly CardRow[], person: string): CardRow | undefined {
  return cards
    .filter((row) => row.issued !== null && row.person === person)
    .reduce<CardRow | undefined>(
      (newest, row) => (newest && newest.serial >= row.serial ? newest : row),
      undefined,
    );
}
