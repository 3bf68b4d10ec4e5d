import * as v from 'valibot';
import { canonicalJson } from '$lib/ledger/canonical';
import type { ClockSaid } from '$lib/ledger/clock-said';
import { canonicalEvent } from '$lib/ledger/canonical-event';
import { eventSchema, maxPayloadBytes, type LedgerEvent } from '$lib/ledger/event';
import { writersOf } from '$lib/ledger/kind';
import { kindByName } from '$lib/ledger/kinds';
import { plainly } from '$lib/ledger/plainly';
import { readEvent, type QuarantineReason } from '$lib/ledger/read';
import { isTombstone, reduced } from '$lib/ledger/reduced';
import { utf8Bytes } from './bytes';
import { apart } from './clock-said';
import type { Court } from './court';
import { readNow } from './stored';

/** An event as it is written, with its payload as text, and as its kind reads it now; null where nothing is left to read. */
export interface Taken {
  event: LedgerEvent;
  payload: string;
  read: LedgerEvent | null;
}

/** A row of a push with what the server makes of it, before it is looked up in the ledger. */
export interface Judged {
  /** As sent, '' where the row has none. */
  id: string;
  /** The row's place in the client's own count; null where it does not count. */
  dseq: number | null;
  house: string;
  /** SHA-256 of the canonical JSON of the event as sent, the house filled in; of what is no event, of its JSON as sent. */
  hash: string;
  /** The row as it was sent. */
  sent: Record<string, unknown>;
  /** What its device says of its clock; null where it says nothing. */
  said: ClockSaid | null;
  /** Why it is set aside, or the event as it was sent. */
  verdict: { why: QuarantineReason; discarded?: true } | Taken;
}

const isPlainlyEvent = plainly(eventSchema);

/** Judges one row, by rules that need nothing but the row and who sent it. Never throws. */
export function judge(sent: Record<string, unknown>, court: Court): Judged {
  const parts = apart(sent);
  const bare = parts?.row ?? sent; // what says nonsense of its clock is no event
  const row = bare['house'] === '' && court.sender.home ? { ...bare, house: court.sender.home } : bare;
  // Whatever is not an event of the right size may be too deep or too wide for a hash that is cleverer.
  const unread = () => ({
    dseq: dseqOf(sent, court),
    hash: $security.sha256(JSON.stringify(sent)),
    sent,
    said: null,
  });
  const plain = isPlainlyEvent(row);
  if (!plain && !v.safeParse(eventSchema, row).success) {
    const id = typeof sent['id'] === 'string' ? sent['id'].slice(0, 64) : '';
    return { ...unread(), id, house: court.sender.home, verdict: { why: 'malformed' } };
  }
  const event = row as unknown as LedgerEvent;
  const payload = canonicalJson(event.payload);
  // A character of a text takes three bytes at most.
  if (payload.length * 3 > maxPayloadBytes && utf8Bytes(payload) > maxPayloadBytes) {
    return { ...unread(), id: event.id, house: event.house, verdict: { why: 'payload_too_large' } };
  }
  return {
    id: event.id,
    dseq: dseqOf(sent, court),
    house: event.house,
    hash: $security.sha256(plain ? canonicalEvent(event, payload) : canonicalJson(event)),
    sent,
    said: parts?.said ?? null,
    verdict: verdictOn(event, payload, court),
  };
}

function verdictOn(event: LedgerEvent, payload: string, court: Court): Judged['verdict'] {
  const { sender } = court;
  if (!speaksFor(event, court)) return { why: 'wrong_device' };
  const roles = sender.roles.get(event.house);
  if (!roles) return { why: 'wrong_house' };
  const kind = kindByName.get(event.kind);
  if (kind && !roles.some((role) => kind.may.write.includes(role))) return { why: 'not_allowed' };
  // Nobody puts words into another's mouth: a kiosk acts for nobody, staff for themselves.
  if (event.author !== '' && (sender.device || event.author !== sender.id)) return { why: 'not_allowed' };
  // A device that was told of an erasure before it had sent this sends what may stay, or nothing; more is not taken.
  if (event.erased && kind && event.v <= kind.v && !isTombstone(event)) return asReduced(event);
  const read = readEvent(event);
  if ('why' in read) return read;
  // Of some kinds not every payload may be written by all who may write the kind.
  const writers = kind ? writersOf(kind, read.event.payload) : [];
  if (!roles.some((role) => writers.includes(role))) return { why: 'not_allowed' };
  return { event, payload, read: read.event };
}

/** An event of which only that is left which may stay; nothing is folded of what cannot be read any more. */
export function asReduced(event: LedgerEvent): Taken {
  const left = reduced(event);
  return { event: left, payload: canonicalJson(left.payload), read: readNow(left) };
}

/**
 * A device speaks for itself alone. Staff speak for the tablet in their hand; of a paired device they may
 * bring only what staff wrote there: what has no author, the device saw itself and brings with its own token.
 */
function speaksFor(event: LedgerEvent, { client, sender, paired }: Court): boolean {
  if (event.device !== client) return false;
  return sender.device ? sender.id === client : !paired || event.author !== '';
}

/** Only a row of the client's own counts towards its receipts, brought by somebody who may speak of them. */
export function dseqOf(row: Record<string, unknown>, { client, counts }: Court): number | null {
  const dseq = row['dseq'];
  return counts &&
    row['device'] === client &&
    typeof dseq === 'number' &&
    Number.isSafeInteger(dseq) &&
    dseq >= 1
    ? dseq
    : null;
}
