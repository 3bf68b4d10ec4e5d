import * as v from 'valibot';
import { isGuestOf } from '../guest';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { withClaim, type Claim, type ClaimRow } from './claim-row';
import { id } from './fields';

const schema = v.strictObject({ guest: id });
export type GuestClaimed = v.InferOutput<typeof schema>;

/**
 * Somebody who had practised as a guest showed their card at the end: what the guest did is theirs. Only the device at
 * which the guest stood can say so, and the first claim stands, as long as
 * staff do not take it back (`guest.unclaimed`).
 */
export const guestClaimed = kind<GuestClaimed>({
  name: 'guest.claimed',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk'], read: ['trainer', 'coordinator'] },
  // The guest's visit must not be counted as that of one more person.
  keeps: (payload) => payload,
  folds: [
    fold<GuestClaimed, ClaimRow>({
      table: 'claims',
      key: ({ person, device, payload }) =>
        person && person !== payload.guest && isGuestOf(device, payload.guest) ? [payload.guest] : null,
      group: () => 'house',
      into: (row, event) =>
        withClaim(
          row,
          event.payload.guest,
          dated<Claim>({ person: event.person, at: happenedOf(event) }, event),
        ),
    }),
  ],
});
