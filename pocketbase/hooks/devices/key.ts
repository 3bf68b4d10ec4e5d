import { p256 } from '@noble/curves/nist.js';
import { fromHex } from '../cards/sign';

/** True for a point of the curve, and not only for something that looks like one. */
export function isPublicKey(key: string): boolean {
  try {
    p256.Point.fromHex(key).assertValidity();
    return true;
  } catch {
    return false;
  }
}

/**
 * True where the holder of this key signed this text (ASCII): 30 to 45 ms of work. WebCrypto signs with either of the two `s`
 * that are right.
 */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  const bytes = Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  try {
    return p256.verify(fromHex(signature), bytes, fromHex(key), { lowS: false });
  } catch {
    return false; // numbers that no signature has
  }
}
