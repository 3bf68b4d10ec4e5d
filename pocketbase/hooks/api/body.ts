import * as v from 'valibot';
import { maxPushBytes } from '$lib/sync/protocol';
import { utf8Bytes } from '../ledger/bytes';
import { Refusal } from './refusal';

/**
 * What is too large is still read to its end before it is refused: an answer in the middle of a body breaks
 * the connection, and the device would take it for a lost network instead of sending less.
 */
const drainBytes = 16_000_000;

/** The body of a request as its schema reads it; refuses what is too large or not in the right form. */
export function bodyOf<Schema extends v.GenericSchema>(
  e: core.RequestEvent,
  schema: Schema,
): v.InferOutput<Schema> {
  const checked = v.safeParse(schema, jsonOf(e));
  if (!checked.success) throw new Refusal('bad-request');
  return checked.output;
}

function jsonOf(e: core.RequestEvent): unknown {
  const text = toString(e.request?.body, drainBytes);
  if (text.length > maxPushBytes || utf8Bytes(text) > maxPushBytes) throw new Refusal('too-large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request');
  }
}
