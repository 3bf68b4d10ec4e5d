import * as v from 'valibot';
import { maxPushBytes } from '$lib/sync/protocol';
import { utf8Bytes } from '../ledger/bytes';
import { Refusal } from './refusal';

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
  if (!e.request || e.request.contentLength > maxPushBytes) throw new Refusal('too-large');
  const text = toString(e.request.body, maxPushBytes + 1);
  if (text.length > maxPushBytes || utf8Bytes(text) > maxPushBytes) throw new Refusal('too-large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request');
  }
}
