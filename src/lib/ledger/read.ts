import * as v from 'valibot';
import type { LedgerEvent } from './event';
import type { Role } from './kind';
import { kindByName, kinds } from './kinds';
import { plainly } from './plainly';

/** Why an event is set aside for a person to look at, instead of being folded. */
export type QuarantineReason =
  | 'malformed' // the envelope is not an event
  | 'unreadable' // it is sealed, and not for this server, or was changed on the way
  | 'unknown_kind'
  | 'unknown_version'
  | 'bad_payload'
  | 'payload_too_large'
  | 'wrong_house' // the sender does not belong to the house named
  | 'wrong_device' // the row speaks for another device
  | 'not_allowed' // the sender's role may not write this kind
  | 'id_conflict'; // the id is taken by another content; the first stays

/** Whether a payload is plainly one of its kind, by the kind's name. */
const isPlainly = new Map(kinds.map(({ name, schema }) => [name, plainly(schema)]));

/**
 * Reads an event's payload as its kind means it now: upcast from the version it was written in, then
 * checked by the schema. Returns the event with the current payload, or why it cannot be read.
 */
export function readEvent(event: LedgerEvent): { event: LedgerEvent } | { why: QuarantineReason } {
  const kind = kindByName.get(event.kind);
  if (!kind) return { why: 'unknown_kind' };
  if (event.v > kind.v) return { why: 'unknown_version' };
  let payload = event.payload;
  for (let version = event.v; version < kind.v; version++) {
    const upcast = kind.upcast[version];
    if (!upcast) return { why: 'unknown_version' };
    payload = upcast(payload);
  }
  if (isPlainly.get(kind.name)?.(payload)) {
    return { event: payload === event.payload ? event : { ...event, v: kind.v, payload } };
  }
  const checked = v.safeParse(kind.schema, payload);
  if (!checked.success) return { why: 'bad_payload' };
  return { event: { ...event, v: kind.v, payload: checked.output as Record<string, unknown> } };
}

/** What a role is shown of an event: all of it, a part (`Kind.view`), or nothing (null). */
export function viewFor(role: Role, event: LedgerEvent): Record<string, unknown> | null {
  const kind = kindByName.get(event.kind);
  if (!kind?.may.read.includes(role)) return null;
  return kind.view?.[role]?.(event.payload) ?? event.payload;
}
