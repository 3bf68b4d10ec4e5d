import { cardIssued } from '$lib/ledger/kinds/card-issued';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import { session } from '$lib/session/session.svelte';
import { maxCards, type CardsResponse } from '$lib/sync/protocol';
import { fromHex } from './bytes';
import { cardId, pinProof } from './proof';
import { writeCardText } from './text';

/** A card that somebody is to get; `pin` '' for none. */
export interface WantedCard {
  person: PersonRow;
  picture: number;
  pin: string;
}

/** A card to be printed: its text holds the secret, and is nowhere but here. */
export interface MadeCard {
  person: PersonRow;
  picture: number;
  text: string;
}

/**
 * Makes cards: their secrets here, their signatures on the server, which is told hashes alone. Each is written down as
 * it is signed, and takes the place of the person's last. Throws a `Refusal`; then what was made up to there is in
 * `made`, and nobody else has got a card.
 */
export async function issueCards(
  house: string,
  wanted: readonly WantedCard[],
  made: (card: MadeCard) => void,
): Promise<void> {
  for (let at = 0; at < wanted.length; at += maxCards) {
    const some = await Promise.all(wanted.slice(at, at + maxCards).map(withSecret));
    const { cards } = await session.asStaff((server) =>
      server.cards({
        house,
        cards: some.map(({ person, card, picture, pin }) => ({
          ...{ person: person.person, card, picture },
          pin: pin !== '',
        })),
      }),
    );
    for (const one of some) {
      const signed = cards.find(({ card }) => card === one.card);
      if (signed) made(await writeDown(house, one, signed));
    }
  }
}

type Drafted = WantedCard & { card: string; secret: Uint8Array<ArrayBuffer> };

async function withSecret(wanted: WantedCard): Promise<Drafted> {
  const secret = crypto.getRandomValues(new Uint8Array(16));
  return { ...wanted, secret, card: await cardId(secret) };
}

async function writeDown(
  house: string,
  { person, card, secret, picture, pin }: Drafted,
  { serial, signature }: CardsResponse['cards'][number],
): Promise<MadeCard> {
  const proof = pin === '' ? {} : { pin: await pinProof(pin, secret) };
  await session.recordAsStaff(cardIssued, { card, serial, picture, ...proof }, house, person.person);
  const text = writeCardText({
    ...{ person: person.person, secret, serial, picture, pin: pin !== '' },
    signature: fromHex(signature),
  });
  return { person, picture, text };
}
