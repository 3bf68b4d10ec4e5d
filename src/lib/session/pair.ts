import { adoptHouse } from '$lib/ledger/custody';
import { deviceId } from '$lib/ledger/record';
import { sealHere } from '$lib/ledger/seal-here';
import { learnSealingKey } from '$lib/ledger/shared-screen';
import type { LedgerStore } from '$lib/ledger/store';
import type { Backend } from '$lib/sync/backend';
import type { Pairing } from './device';
import { keepDeviceKey, newDeviceKey } from './device-key';

/**
 * Trades a one-time code for this device's own token. The key that gets it the next ones is made anew each time: a copy of
 * an earlier one opens nothing any more. Throws a `Refusal`.
 */
export async function pairHere(
  store: LedgerStore,
  backend: Pick<Backend, 'pair'>,
  code: string,
): Promise<Pairing> {
  const key = await newDeviceKey();
  const device = await deviceId(store);
  const { token, house, sealingKey } = await backend.pair({ code, device, publicKey: key.public });
  const pairing: Pairing = { token, house };
  await store.transaction('rw', store.facts, async () => {
    await keepDeviceKey(store, key);
    await store.setFact('pairing', pairing);
  });
  await adoptHouse(store, house.id);
  await learnSealingKey(store, sealingKey);
  await sealHere(store);
  return pairing;
}
