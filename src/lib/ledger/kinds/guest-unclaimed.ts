import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { withoutClaim, type ClaimRow } from './claim-row';
import { id, shortText } from './fields';

/** Why a claim is taken back: another's card was shown · it was tried out · something else, in words of their own. */
export const undoReasons = ['wrong-card', 'trial', 'other'] as const;
export type UndoReason = (typeof undoReasons)[number];

const schema = v.strictObject({
  guest: id,
  why: v.picklist(undoReasons),
  /** What staff say of it in their own words. */
  reason: v.optional(shortText),
});
export type GuestUnclaimed = v.InferOutput<typeof schema>;

/**
 * Staff said that a guest's visit is not this person's, though their card claimed it. It is nobody's again, or whose card
 * claimed it next; theirs it is no more, whatever their card says.
 */
export const guestUnclaimed = kind<GuestUnclaimed>({
  name: 'guest.unclaimed',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // The guest's visit must not be counted as the erased person's again.
  keeps: ({ guest, why }) => ({ guest, why }),
  folds: [
    fold<GuestUnclaimed, ClaimRow>({
      table: 'claims',
      key: ({ person, payload }) => (person && person !== payload.guest ? [payload.guest] : null),
      group: () => 'house',
      into: (row, event) => {
        const { person, author } = event;
        const { guest, why, reason } = event.payload;
        return withoutClaim(row, guest, {
          ...{ person, why, by: author, at: happenedOf(event) },
          ...(reason !== undefined && { reason }),
        });
      },
    }),
  ],
});
