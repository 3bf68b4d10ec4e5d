import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { noCard, type CardRow } from './card-row';
import { id } from './fields';

/** A proof of a PIN: 32 bytes in hexadecimal. */
const proof = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const schema = v.strictObject({
  /** Half the SHA-256 of the card's secret: of 128 random bits nobody guesses one that hashes to it. */
  card: id,
  /** Given by the server with its signature. */
  serial: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff)),
  /** The picture printed on it, one of the 72 of the house. */
  picture: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(72)),
  pin: v.optional(proof),
});
export type CardIssued = v.InferOutput<typeof schema>;

/** A card was made for a person of the roll. A newer one takes its place: the old one counts no more. */
export const cardIssued = kind<CardIssued>({
  name: 'card.issued',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<CardIssued, CardRow>({
      table: 'cards',
      key: (event) => (event.person ? [event.payload.card] : null),
      group: () => 'house',
      // The first issue stands: nobody gives a card that is out to somebody else.
      into: (row, event) => {
        const { card, serial, picture, pin = '' } = event.payload;
        const base = row ?? noCard(card);
        if (base.issued !== null) return base;
        return { ...base, person: event.person, serial, picture, pin, issued: happenedOf(event) };
      },
    }),
  ],
});
