import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';

/** How long a device's token is good for (ms). The server's collection says the same (migration 15). */
export const deviceTokenLife = 30 * 86_400_000;

/** The public half of a device's own key: a point of P-256, uncompressed, 65 bytes as hexadecimal. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/));

/** A signature by a device's own key: ECDSA with SHA-256, r and s, 64 bytes as hexadecimal. */
export const signatureSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/));

/** POST /api/v1/pair: a one-time code, for the device's own token. The public key takes the place of one that was there. */
export const pairRequestSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(20)),
  device: idSchema,
  publicKey: publicKeySchema,
});
export type PairRequest = v.InferOutput<typeof pairRequestSchema>;

/** POST /api/v1/devices/challenge: what a device has to sign, by anybody who names one, whether there is such a device or not. */
export const challengeRequestSchema = v.strictObject({ device: idSchema });

/** Good for five minutes by the server's clock. */
export interface ChallengeResponse {
  nonce: string;
}

/** POST /api/v1/devices/token: a signature of `tokenText` for a new token. Those that the device has stay good until they run out. */
export const tokenRequestSchema = v.strictObject({
  device: idSchema,
  nonce: v.pipe(v.string(), v.regex(/^\d{13}\.[0-9a-f]{32}\.[0-9a-f]{64}$/)),
  signature: signatureSchema,
});
export type TokenRequest = v.InferOutput<typeof tokenRequestSchema>;

export interface TokenResponse {
  token: string;
  now: string;
}

/** What a device signs for a new token; ASCII. */
export function tokenText(of: { house: string; device: string; nonce: string }): string {
  return `nha-so token 1|${of.house}|${of.device}|${of.nonce}`;
}
