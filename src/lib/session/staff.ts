import type { Membership } from '$lib/sync/protocol';

/** A staff member who is signed in on this device. */
export interface Staff {
  id: string;
  name: string;
  username: string;
  token: string;
  memberships: Membership[];
}

/** The name of the fact that lists staff who signed out before all they wrote was sent. */
export const partingFact = 'parting';

/** The houses that a staff member belongs to, each once. */
export function housesOf(staff: Staff): { id: string; name: string }[] {
  return [
    ...new Map(
      staff.memberships.map(({ house, houseName }) => [house, { id: house, name: houseName }]),
    ).values(),
  ];
}

/** True where the staff member holds one of the roles in that house (in any house where none is named). */
export function holds(staff: Staff | null, roles: readonly Membership['role'][], house?: string): boolean {
  return (
    staff?.memberships.some(
      (one) => roles.includes(one.role) && (house === undefined || one.house === house),
    ) ?? false
  );
}

/** Those who write for the screens of a house. */
export const writers = ['editor', 'approver', 'coordinator'] as const;

/** The houses whose devices somebody looks after. */
export function housesCaredFor(staff: Staff | null): { id: string; name: string }[] {
  return staff ? housesOf(staff).filter(({ id }) => holds(staff, ['installer', 'coordinator'], id)) : [];
}
