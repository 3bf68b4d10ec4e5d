import type * as v from 'valibot';
import type { LedgerEvent } from './event';

/** What a member of staff may be in a house. */
export const staffRoles = ['trainer', 'editor', 'approver', 'coordinator', 'installer'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who may write or read a kind. A kiosk is a device; the others are roles of staff in a house. */
export const roles = ['kiosk', ...staffRoles] as const;
export type Role = (typeof roles)[number];

/** A folded row: plain JSON, owned by one table and one key. */
export type Row = Record<string, unknown>;

/** What a kind does to one row of one table. `into` is pure and sees events in the order of the house. */
export interface Fold<Payload, R extends Row = Row> {
  table: string;
  /** The parts of the row's key, or null where the event says nothing about this table. */
  key: (event: LedgerEvent<Payload>) => string[] | null;
  /** The list that the row is shown in (a class, a person); rows are looked up by it. */
  group: (event: LedgerEvent<Payload>) => string;
  into: (row: R | undefined, event: LedgerEvent<Payload>) => R;
}

/** What of a kind not everybody may write who may write the kind: payloads with these values, and who may. */
export interface Narrowed {
  where: Readonly<Record<string, string | number | boolean>>;
  write: Role[];
}

/** One kind of event: its shape, its history and its meaning together. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the registry holds kinds of every payload
export interface Kind<Payload = any> {
  name: string;
  /** The version written now; every version ever shipped can still be read through `upcast`. */
  v: number;
  schema: v.GenericSchema<unknown, Payload>;
  /** From version n to n+1, for every n below `v`. */
  upcast: Record<number, (payload: Record<string, unknown>) => Record<string, unknown>>;
  may: { write: Role[]; read: Role[]; narrowed?: Narrowed[] };
  /** What a role gets to see where it may read, but not all. */
  view?: Partial<Record<Role, (payload: Payload) => Payload>>;
  /**
   * What may stay of a payload once the person it is about is erased: what is counted, and names nobody. It still reads
   * by the schema, and staying twice changes nothing. Where nothing is said, nothing stays.
   */
  keeps?: (payload: Payload) => Payload;
  folds: Fold<Payload>[];
}

/** The roles that may write this very payload of a kind. */
export function writersOf({ may }: Kind, payload: Readonly<Record<string, unknown>>): Role[] {
  const narrowed = (may.narrowed ?? []).filter(({ where }) =>
    Object.entries(where).every(([field, value]) => payload[field] === value),
  );
  return may.write.filter((role) => narrowed.every(({ write }) => write.includes(role)));
}

/** Declares a kind, so that payload and folds share one type. */
export function kind<Payload>(declared: Kind<Payload>): Kind<Payload> {
  return declared;
}

/** Types a fold's row beside the kind's payload. */
export function fold<Payload, R extends Row>(declared: Fold<Payload, R>): Fold<Payload> {
  return declared as unknown as Fold<Payload>;
}
