import * as v from 'valibot';
import { clockSaidSchema } from './clock-said';
import { idSchema } from './event';

/**
 * An event that only the server can read. `key`: the point of P-256 (uncompressed, 65 bytes as hexadecimal) that the
 * writer's half of the key belongs to; the writer has thrown that half away. `text`: the canonical JSON of the event by
 * AES-256-GCM, as base64 of nonce (12 bytes), cipher text and tag; the longest event takes 6,200 characters.
 */
export const sealedSchema = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/)),
  text: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/), v.maxLength(7_000)),
});
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** A sealed event as it travels: what the server needs to keep its books, and the event itself. */
export const sealedRowSchema = v.strictObject({
  id: idSchema,
  house: idSchema,
  device: idSchema,
  dseq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  sealed: sealedSchema,
  ...clockSaidSchema,
});
export type SealedRow = v.InferOutput<typeof sealedRowSchema>;

/**
 * What the key of a seal is made of besides the secret that both sides share (HMAC-SHA-256 of this text; its first 32
 * digits, as text, are the key of 32 bytes): both halves of the exchange, so that a key belongs to one pair of them.
 */
export function keyText(writer: string, server: string): string {
  return `nha-so seal 1|${writer}|${server}`;
}
