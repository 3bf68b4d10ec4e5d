import * as v from 'valibot';
import type { Stands } from './moment';

/** An id: UUIDv7 (or the first half of a SHA-256) as 32 lowercase hex digits; any other shape costs PocketBase a full scan. */
export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** A moment as the device's clock told it: ISO 8601, UTC, milliseconds. Shown to people, never used for order. */
export const momentSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check(isMoment),
);

/** False for what looks like a moment but is none: 30 February, hour 24, month 99. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

/** The payload of one event may take this many bytes of JSON. */
export const maxPayloadBytes = 4096;

/**
 * The envelope of everything that happens. A device writes it once and never changes it:
 * corrections are events too. Only an erasure takes something out of it. `dseq` counts 1, 2, 3 … within one device, without gaps.
 */
export const eventSchema = v.strictObject({
  id: idSchema,
  house: v.union([idSchema, v.literal('')]), // '' until the device belongs to a house
  household: v.union([idSchema, v.literal('')]),
  person: v.union([idSchema, v.literal('')]), // '' for a guest, or where no person is meant
  author: v.union([idSchema, v.literal('')]), // the staff member who acted, '' for a kiosk or a phone
  kind: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z]+$/), v.maxLength(40)),
  v: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  payload: v.record(v.string(), v.unknown()),
  device: idSchema,
  dseq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  occurred: momentSchema,
  erased: v.optional(v.literal(true)), // its person was erased: the payload is what may stay of it
});

/** An event; `happened` and `clock` beside it are the server's, where its device's clock was wrong (`moment.ts`). */
export type LedgerEvent<Payload = Record<string, unknown>> = Omit<
  v.InferOutput<typeof eventSchema>,
  'payload'
> & { payload: Payload } & Partial<Stands>;

/** The event alone, without what a device notes about it. */
export function eventAlone(kept: LedgerEvent): LedgerEvent {
  const { id, house, household, person, author, kind, v, payload, device, dseq, occurred, erased } = kept;
  const event = { id, house, household, person, author, kind, v, payload, device, dseq, occurred };
  return erased ? { ...event, erased } : event;
}

/** An event as the server numbered it within its house: 1, 2, 3 …; the only order there is. */
export type SequencedEvent<Payload = Record<string, unknown>> = LedgerEvent<Payload> & { seq: number };

/**
 * A place in the history of a house: a number, and what stands for all events up to it: two ledgers that agree on it
 * agree on all that came before.
 */
export const markSchema = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  chain: v.pipe(v.string(), v.regex(/^([0-9a-f]{32})?$/)), // '' before the first event
});
export type Mark = v.InferOutput<typeof markSchema>;
