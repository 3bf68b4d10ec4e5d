import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import { staffRoles, type StaffRole } from '$lib/ledger/kind';
import { personName } from '$lib/ledger/kinds/fields';

/** A username that a new account may have. */
export const usernamePattern = /^(?!-)[a-z0-9-]{3,40}$/;

/** A role of somebody in a house, as long as it held; `ended` is '' while it does. Moments are the server's, ISO. */
export interface HeldRole {
  role: StaffRole;
  since: string;
  ended: string;
}

/** Somebody who works or worked in a house, for its coordinators. */
export interface StaffPerson {
  id: string;
  username: string;
  name: string;
  demo: boolean;
  closed: boolean;
  /** ISO: a one-time password that they have yet to change is good until then; '' where they have their own. */
  due: string;
  /** Every role that they hold now, wherever it is, is in a house that the asker coordinates. Of other houses no more is told. */
  ours: boolean;
  /** In this house, in the order in which they were given. */
  roles: HeldRole[];
}

/** What was done about somebody: `add` made the account. */
export const staffDeeds = ['add', 'give', 'end', 'reset', 'close', 'reopen'] as const;

/** A line of what was done in a house, the newest first. `by` is '' for a command of the operator; `role` where it is about one. */
export interface StaffAct {
  id: string;
  act: (typeof staffDeeds)[number];
  by: string;
  whom: string;
  role: StaffRole | '';
  at: string;
}

/** A page of what was done holds at most this many lines. */
export const maxStaffActs = 50;

/**
 * GET /api/v1/staff?house=…&after=…&limit=…: who works and worked in a house and what was done about them, by its
 * coordinators. `after` is the id of the last line that was shown.
 */
export const staffQuerySchema = v.strictObject({
  house: idSchema,
  after: v.optional(idSchema),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.maxValue(maxStaffActs)),
    '20',
  ),
});
export type StaffQuery = v.InferOutput<typeof staffQuerySchema>;

export interface StaffResponse {
  people: StaffPerson[];
  acts: StaffAct[];
  /** There are older lines. */
  more: boolean;
  now: string;
}

const role = v.picklist(staffRoles);
const whom = { house: idSchema, staff: idSchema };

/**
 * POST /api/v1/staff, by a coordinator of the house. `add`: makes an account with a one-time password and gives it a
 * role; where the username is taken, only gives the role, and only where the name is theirs too. `give` and `end` a role ·
 * `reset`: a new one-time password, every token of the account is void · `close` and `reopen` an account. What holds
 * already is answered as if it had just been done.
 */
export const staffChangeSchema = v.variant('does', [
  v.strictObject({
    house: idSchema,
    does: v.literal('add'),
    username: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(usernamePattern)),
    name: v.pipe(
      v.string(),
      v.maxLength(200),
      v.normalize(),
      v.transform((typed) => typed.replace(/\s+/g, ' ').trim()),
      personName,
    ),
    role,
  }),
  v.strictObject({ ...whom, does: v.picklist(['give', 'end']), role }),
  v.strictObject({ ...whom, does: v.picklist(['reset', 'close', 'reopen']) }),
]);
export type StaffChange = v.InferOutput<typeof staffChangeSchema>;

/** A one-time password, told here and kept nowhere: whoever it is for changes it when they first sign in, by `until` (ISO). */
export interface OneTimePassword {
  username: string;
  name: string;
  password: string;
  until: string;
}

/** As GET answers, with what came of it: `told` after a new account or `reset`, else null. */
export interface StaffChangeResponse extends StaffResponse {
  told: OneTimePassword | null;
}

/** POST /api/v1/me/password: changes one's own password. Every other token of the account is void; answers as sign-in does. */
export const passwordChangeSchema = v.strictObject({
  old: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  new: v.pipe(v.string(), v.maxLength(200), v.normalize()),
  device: idSchema,
});
export type PasswordChange = v.InferOutput<typeof passwordChangeSchema>;
