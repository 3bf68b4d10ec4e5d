import * as v from 'valibot';
import { maxPushBytes } from '$lib/sync/protocol';
import { utf8Bytes } from '../ledger/bytes';
import { nestsDeeper } from '../ledger/nested';
import { Refusal } from './refusal';

/** How much of a body is taken, and how much is read before it is refused. */
interface Limits {
  maxBytes: number;
  readBytes: number;
}

/** For what anybody may send, with a token or without: a name, a password, a code. Nothing more is ever read. */
export const smallBody: Limits = { maxBytes: 4096, readBytes: 4097 };

/**
 * For a push by somebody with a token. What is a little too large is read to its end before it is refused: an
 * answer in the middle of a body breaks the connection, and the device would take it for a lost network
 * instead of sending less.
 */
export const pushBody: Limits = { maxBytes: maxPushBytes, readBytes: 2 * maxPushBytes };

/** The body of a request as its schema reads it; refuses what is too large or not in the right form. */
export function bodyOf<Schema extends v.GenericSchema>(
  e: core.RequestEvent,
  limits: Limits,
  schema: Schema,
): v.InferOutput<Schema> {
  const checked = v.safeParse(schema, jsonOf(textOf(e, limits)));
  if (!checked.success) throw new Refusal('bad-request');
  return checked.output;
}

function textOf(e: core.RequestEvent, { maxBytes, readBytes }: Limits): string {
  if ((e.request?.contentLength ?? 0) > readBytes) throw tooLarge(e);
  const text = begunOf(e, readBytes);
  if (text.length > maxBytes || utf8Bytes(text) > maxBytes) throw tooLarge(e);
  return text;
}

/** A line that broke in the middle of a body, or chunks that are none, are no fault of ours. */
function begunOf(e: core.RequestEvent, readBytes: number): string {
  try {
    return toString(e.request?.body, readBytes);
  } catch {
    throw new Refusal('bad-request');
  }
}

/** What was not read must not be: without this, Go reads on after the answer to keep the connection. */
function tooLarge(e: core.RequestEvent): Refusal {
  e.response.header().set('Connection', 'close');
  return new Refusal('too-large');
}

function jsonOf(text: string): unknown {
  const value = parsed(text);
  if (nestsDeeper(value)) throw new Refusal('bad-request');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request');
  }
}
