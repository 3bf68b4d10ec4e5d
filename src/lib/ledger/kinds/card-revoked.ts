import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { noCard, type CardRow } from './card-row';
import { id } from './fields';

/** Why a card is to count no more. */
export const revokeReasons = ['lost', 'damaged', 'mistake', 'left', 'other'] as const;
export type RevokeReason = (typeof revokeReasons)[number];

const schema = v.strictObject({ card: id, reason: v.picklist(revokeReasons) });
export type CardRevoked = v.InferOutput<typeof schema>;

/** Staff said that a card counts no more; there is no way back but a new card. */
export const cardRevoked = kind<CardRevoked>({
  name: 'card.revoked',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<CardRevoked, CardRow>({
      table: 'cards',
      key: (event) => [event.payload.card],
      group: () => 'house',
      into: (row, event) => {
        const base = row ?? noCard(event.payload.card);
        return {
          ...base,
          revoked: base.revoked ?? { reason: event.payload.reason, at: happenedOf(event) },
        };
      },
    }),
  ],
});
