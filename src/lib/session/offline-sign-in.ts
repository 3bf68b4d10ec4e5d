/**
 * Signing in without the server, on a device where the same account has signed in before: what the account
 * may use is sealed with a key made from the password, so that the password itself is nowhere on the device.
 */

/** PBKDF2-HMAC-SHA256 rounds: the OWASP Password Storage Cheat Sheet's figure since 2023. */
const rounds = 600_000;

/** A sealed account; salt, nonce and box are base64. */
export interface SealedAccount {
  username: string;
  salt: string;
  nonce: string;
  box: string;
}

/** Seals what an account needs with its password. */
export async function seal(username: string, password: string, account: unknown): Promise<SealedAccount> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(password, salt);
  const text = new TextEncoder().encode(JSON.stringify(account));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, text);
  return { username, salt: toBase64(salt), nonce: toBase64(nonce), box: toBase64(new Uint8Array(box)) };
}

/** Opens a sealed account; null where the password is not the one it was sealed with. */
export async function unseal(sealed: SealedAccount, password: string): Promise<unknown> {
  const key = await keyFrom(password, fromBase64(sealed.salt));
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(sealed.nonce) },
      key,
      fromBase64(sealed.box),
    );
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return null; // the tag does not fit: a wrong password
  }
}

async function keyFrom(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(password.normalize('NFC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
