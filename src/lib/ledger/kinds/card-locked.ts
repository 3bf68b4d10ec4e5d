import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { noCard, type CardRow } from './card-row';
import { id } from './fields';

const schema = v.strictObject({ card: id, locked: v.boolean() });
export type CardLocked = v.InferOutput<typeof schema>;

/** A kiosk took no more PINs for a card for a while, or staff opened it again for all kiosks of the house. */
export const cardLocked = kind<CardLocked>({
  name: 'card.locked',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<CardLocked, CardRow>({
      table: 'cards',
      key: (event) => [event.payload.card],
      group: () => 'house',
      into: (row, event) => {
        const base = row ?? noCard(event.payload.card);
        if (event.payload.locked) return { ...base, locked: true };
        // A kiosk, which is in nobody's hand, opens nothing: only somebody with a name does.
        return event.author ? { ...base, locked: false, opened: happenedOf(event) } : base;
      },
    }),
  ],
});
