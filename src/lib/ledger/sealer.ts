import { fromHex, toHex } from './hex';
import { keyText, type Sealed } from './sealed';

/** Seals texts for the server. It cannot open them again: its half of the key was thrown away when it was made. */
export interface Sealer {
  seal: (text: string) => Promise<Sealed>;
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' };
const encoder = new TextEncoder();

/**
 * A sealer with a key of its own, for the server whose sealing key this is (65 bytes as hexadecimal). Throws where that
 * is no key, or where the browser has no WebCrypto (a page that is neither on HTTPS nor on localhost).
 */
export async function newSealer(server: string): Promise<Sealer> {
  const own = await crypto.subtle.generateKey(agreement, false, ['deriveBits']);
  const point = await crypto.subtle.importKey('raw', fromHex(server), agreement, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own.privateKey, 256);
  const writer = toHex(await crypto.subtle.exportKey('raw', own.publicKey));
  const digits = await hmac(toHex(shared), keyText(writer, server));
  const key = await crypto.subtle.importKey('raw', encoder.encode(digits.slice(0, 32)), 'AES-GCM', false, [
    'encrypt',
  ]);
  return {
    seal: async (text) => {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, encoder.encode(text));
      return { key: writer, text: toBase64(nonce, new Uint8Array(box)) };
    },
  };
}

/** HMAC-SHA-256 as hexadecimal; secret and text are ASCII. */
async function hmac(secret: string, text: string): Promise<string> {
  const method = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), method, false, ['sign']);
  return toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

function toBase64(...parts: Uint8Array[]): string {
  return btoa(parts.map((part) => String.fromCharCode(...part)).join(''));
}
