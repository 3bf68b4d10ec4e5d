import type { Role } from './kind';
import type { QuarantineReason } from './read';

/** How a row stands that was set aside: it waits for somebody · it is in the ledger · somebody decided to leave it out. */
export const asideStates = ['open', 'taken', 'discarded'] as const;
export type AsideState = (typeof asideStates)[number];

/**
 * What somebody may decide about a row: have it judged again as it is · answer for it with their own role · leave it out
 * · take it up again after all.
 */
export const deskActs = ['retry', 'vouch', 'discard', 'reopen'] as const;
export type DeskAct = (typeof deskActs)[number];

/** Whose desk it is: who sees what was set aside for their house, and decides. */
export const deskRoles: readonly Role[] = ['coordinator'];

/**
 * Who may vouch, by the reason for which a row was set aside. Vouching lends the row the voucher's own role in the house,
 * and nothing else: what is no event, what its kind does not allow, who speaks for whom, and the first content of an
 * id are not a matter of trust.
 */
export const vouchers: Readonly<Record<QuarantineReason, readonly Role[]>> = {
  malformed: [],
  unreadable: [],
  unknown_kind: [],
  unknown_version: [],
  bad_payload: [],
  payload_too_large: [],
  wrong_house: ['coordinator'],
  wrong_device: [],
  not_allowed: ['coordinator'],
  id_conflict: [],
};

/** What these roles may decide about a row that stands so; of a row that is `truncated` there is not enough left to judge. */
export function actsFor(
  row: { state: AsideState; why: QuarantineReason; truncated: boolean },
  roles: readonly Role[],
): DeskAct[] {
  if (!roles.some((role) => deskRoles.includes(role)) || row.state === 'taken') return [];
  if (row.state === 'discarded') return ['reopen'];
  const vouch = roles.some((role) => vouchers[row.why].includes(role));
  if (row.truncated || row.why === 'id_conflict') return ['discard']; // the first content of an id never makes room
  return vouch ? ['retry', 'vouch', 'discard'] : ['retry', 'discard'];
}
