import { signedText, type CardClaim } from '$lib/sync/card-claim';
import { fromHex, toHex } from './bytes';
import type { CardText } from './text';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A card's id, by which devices and server know it: half the SHA-256 of its secret. It needs no salt and no slow hash,
 * for among 2^128 secrets nobody finds one that fits.
 */
export async function cardId(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', secret))).slice(0, 32);
}

/** What a card claims to be. */
export async function claimOf(card: CardText): Promise<CardClaim> {
  const { person, secret, serial, picture, pin } = card;
  return { person, card: await cardId(secret), serial, picture, pin };
}

/** True where the server whose open key this is has signed the claim. */
export async function isSigned(
  claim: CardClaim,
  signature: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<boolean> {
  const open = await crypto.subtle.importKey('raw', fromHex(key), algorithm, false, ['verify']);
  const text = new TextEncoder().encode(signedText(claim));
  return crypto.subtle.verify(algorithm, open, signature, text);
}

/** PBKDF2-HMAC-SHA256 rounds: the OWASP Password Storage Cheat Sheet's figure since 2023. */
const rounds = 600_000;

/**
 * What a PIN is proved by, 32 bytes as hexadecimal. The salt is the card's secret, which no device keeps: with the
 * proof alone, off the disk of a kiosk, nobody can try even one of ten thousand PINs.
 */
export async function pinProof(pin: string, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const typed = new TextEncoder().encode(pin);
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const salted = { name: 'PBKDF2', hash: 'SHA-256', salt: secret, iterations: rounds };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(salted, material, 256)));
}

/** A PIN has four to six digits. */
export const pinDigits = { least: 4, most: 6 } as const;

/** True for what may be a PIN. */
export function isPin(typed: string): boolean {
  return /^\d+$/.test(typed) && typed.length >= pinDigits.least && typed.length <= pinDigits.most;
}
