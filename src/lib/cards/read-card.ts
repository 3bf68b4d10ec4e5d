import type { CardRow } from '$lib/ledger/kinds/card-row';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import { claimOf, isSigned } from './proof';
import { standingOf, type CardProblem } from './standing';
import { readCardText } from './text';

/** A card that is good, and whose. `pin` is '' where none is asked for, else what one is proved by. */
export interface GoodCard {
  person: PersonRow;
  /** The card's id. */
  card: string;
  /** The picture printed on it. */
  picture: number;
  pin: string;
  secret: Uint8Array<ArrayBuffer>;
}

/** What a device knows cards by. */
export interface KnownCards {
  /** The open key of the server, in hexadecimal; undefined until it has told. */
  key: string | undefined;
  cards: readonly CardRow[];
  people: readonly PersonRow[];
}

/** Reads a card and judges it, by what this device knows: no network is asked. */
export async function readCard(
  text: string,
  { key, cards, people }: KnownCards,
): Promise<GoodCard | CardProblem> {
  const said = readCardText(text);
  if (typeof said === 'string') return said;
  if (key === undefined) return 'unsure';
  const claim = await claimOf(said);
  if (!(await isSigned(claim, said.signature, key))) return 'foreign';
  const person = people.find((one) => one.person === claim.person);
  const standing = standingOf(claim, cards, person !== undefined);
  if (standing !== 'good') return standing;
  if (!person) return 'elsewhere';
  const pin = claim.pin ? (cards.find(({ card }) => card === claim.card)?.pin ?? '') : '';
  return { person, card: claim.card, picture: claim.picture, pin, secret: said.secret };
}
