import { p256 } from '@noble/curves/nist.js';
import { fromHex, toHex } from '../cards/sign';
import { writeThrough } from '../ledger/durable';
import { keep, known } from '../ledger/meta';

const [secretName, publicName] = ['sealing-key', 'sealing-key-public'] as const;

/**
 * The key to which devices seal for this server, 65 bytes as hexadecimal. Its secret half is made with the database
 * (migration 12), so that every backup has it, and never changes: a server that is restored opens all that was ever sealed
 * for it.
 */
export function sealingKey(app: CoreApp): string {
  const told = known(app.db(), publicName);
  if (told !== undefined) return told;
  const made = toHex(p256.getPublicKey(fromHex(sealingSecret(app)), false));
  writeThrough(app);
  keep(app.nonconcurrentDB(), publicName, made);
  return made;
}

/** Its secret half, 32 bytes as hexadecimal; in a collection that no route answers. */
export function sealingSecret(app: CoreApp): string {
  const secret = known(app.db(), secretName);
  if (secret === undefined) throw new Error('the sealing key is missing');
  return secret;
}
