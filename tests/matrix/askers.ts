import { staffRoles, type Role } from '$lib/ledger/kind';

/** The two houses of the matrix, which know nothing of each other. */
export const houses = ['A', 'B'] as const;
export type House = (typeof houses)[number];

/** Somebody who asks the server for something, by how they stand to the two houses. */
export interface Asker {
  name: string;
  /**
   * `staff` and `kiosk` show a token that is good, `one-time` one of staff who have yet to change their password,
   * `revoked` one of a device that was shut out, `unknown` none that counts.
   */
  token: 'staff' | 'kiosk' | 'one-time' | 'revoked' | 'unknown';
  roles: Readonly<Record<House, readonly Role[]>>;
}

const none = { A: [], B: [] };
const unknown = (name: string): Asker => ({ name, token: 'unknown', roles: none });

/** Everybody of the matrix: each role there is, and all who have no business here. */
export const askers: readonly Asker[] = [
  { name: 'kiosk', token: 'kiosk', roles: { A: ['kiosk'], B: [] } },
  ...staffRoles.map((role): Asker => ({ name: role, token: 'staff', roles: { A: [role], B: [] } })),
  { name: 'trainer here, installer there', token: 'staff', roles: { A: ['trainer'], B: ['installer'] } },
  { name: 'coordinator elsewhere', token: 'staff', roles: { A: [], B: ['coordinator'] } },
  { name: 'former trainer', token: 'staff', roles: none },
  { name: 'coordinator with a one-time password', token: 'one-time', roles: { A: ['coordinator'], B: [] } },
  { name: 'revoked kiosk', token: 'revoked', roles: none },
  unknown('nobody'),
  unknown('closed account'),
  unknown('forged token'),
  unknown('unsigned token'),
  unknown('expired token'),
  unknown('superuser'),
];
