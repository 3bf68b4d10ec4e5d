import type { Role } from '$lib/ledger/kind';
import { readRows } from './sql';

/** Who speaks: a member of staff or a device, with its roles per house as the database has them now. */
export interface Sender {
  id: string;
  device: boolean;
  /** The house that a device stands in; '' for staff, who name the house themselves. */
  home: string;
  roles: ReadonlyMap<string, readonly Role[]>;
}

/** A membership as the database has it. */
export interface StoredMembership {
  house: string;
  houseName: string;
  role: Role;
}

/** The memberships of a member of staff that hold now, in the order they were given. */
export function membershipsOf(app: CoreApp, staff: string): StoredMembership[] {
  return readRows<StoredMembership>(
    app.db(),
    `SELECT json_object('house', m.house, 'houseName', h.name, 'role', m.role) AS row
     FROM memberships m JOIN houses h ON h.id = m.house WHERE m.staff = {:staff} AND m.ended = '' ORDER BY m.created, m.id`,
    { staff },
  );
}

/** A member of staff as a sender. */
export function staffSender(app: CoreApp, staff: string): Sender {
  const roles = new Map<string, Role[]>();
  for (const { house, role } of membershipsOf(app, staff)) {
    roles.set(house, [...(roles.get(house) ?? []), role]);
  }
  return { id: staff, device: false, home: '', roles };
}

/** A device as a sender: a kiosk of its own house. */
export function deviceSender(device: string, house: string): Sender {
  return { id: device, device: true, home: house, roles: new Map([[house, ['kiosk']]]) };
}
