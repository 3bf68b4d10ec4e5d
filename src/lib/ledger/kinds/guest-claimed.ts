import * as v from 'valibot';
import { isGuestOf } from '../guest';
import { fold, kind } from '../kind';
import { id } from './fields';

const schema = v.strictObject({ guest: id });
export type GuestClaimed = v.InferOutput<typeof schema>;

/** Whose a guest's visit is. The guest's own events stay as they are: whoever reads adds both together. */
export type ClaimRow = { guest: string; person: string; at: string };

/**
 * Somebody who had practised as a guest showed their card at the end: what the guest did is theirs. Only the device at
 * which the guest stood can say so, and the first claim stands.
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
      into: (row, event) => row ?? { guest: event.payload.guest, person: event.person, at: event.occurred },
    }),
  ],
});
