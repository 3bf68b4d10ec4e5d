import { toHex } from '$lib/ledger/hex';
import type { LedgerStore } from '$lib/ledger/store';

/** The name of the fact that holds the private half of this device's own key, from one pairing to the next. */
const keyFact = 'device-key';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** Both halves of a device's own key. The private one can be used and kept by the browser, and be read by no script. */
export interface DeviceKey {
  private: CryptoKey;
  /** As the server is told it. */
  public: string;
}

/** A new key. Throws where the browser has no WebCrypto: a page that is neither on HTTPS nor on localhost. */
export async function newDeviceKey(): Promise<DeviceKey> {
  const made = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  return { private: made.privateKey, public: toHex(await crypto.subtle.exportKey('raw', made.publicKey)) };
}

/** Keeps the private half as it is: what goes through JSON, as other facts do, is a key no more. */
export async function keepDeviceKey(store: LedgerStore, key: DeviceKey): Promise<void> {
  await store.facts.put({ name: keyFact, value: key.private });
}

/** Signs a text (ASCII) by this device's own key, as hexadecimal; null where it has none. */
export async function signerHere(store: LedgerStore): Promise<((text: string) => Promise<string>) | null> {
  const key = await store.fact<CryptoKey>(keyFact);
  return key ? (text) => signWith(key, text) : null;
}

/** A text (ASCII) signed by a private key, as hexadecimal. */
export async function signWith(key: CryptoKey, text: string): Promise<string> {
  const method = { name: 'ECDSA', hash: 'SHA-256' };
  return toHex(await crypto.subtle.sign(method, key, new TextEncoder().encode(text)));
}
