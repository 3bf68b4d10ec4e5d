import { p256 } from '@noble/curves/nist.js';
import { keyText, type Sealed } from '$lib/ledger/sealed';
import { fromHex, toHex } from '../cards/sign';
import { nestsDeeper } from '../ledger/nested';
import { sealingKey, sealingSecret } from './key';

/**
 * Opens what was sealed for this server; null for what was sealed for another, was changed on the way, or is no object.
 * The first of a key takes 25 ms, all others of it next to nothing.
 */
export function open(app: CoreApp, { key, text }: Sealed): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String($security.decrypt(text, keyOf(app, key))));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && !nestsDeeper(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // no point of the curve, no base64, another key, a turned bit
  }
}

/** The key that both sides come to: see `keyText`. */
function keyOf(app: CoreApp, writer: string): string {
  const known = remembered(app).find(([point]) => point === writer);
  if (known) return known[1];
  const shared = p256.getSharedSecret(fromHex(sealingSecret(app)), fromHex(writer));
  const key = $security.hs256(keyText(writer, sealingKey(app)), toHex(shared.slice(1))).slice(0, 32);
  app.store().set(memory, JSON.stringify([[writer, key], ...remembered(app)].slice(0, mostRemembered)));
  return key;
}

/** Keys that were worked out lately: in the memory of the process, never on a disk. */
const memory = 'sealing-keys';
const mostRemembered = 100;

function remembered(app: CoreApp): [writer: string, key: string][] {
  const kept: unknown = app.store().get(memory);
  return typeof kept === 'string' ? (JSON.parse(kept) as [string, string][]) : [];
}
