import { marksOf, unsettleAll } from '$lib/ledger/custody';
import type { LedgerStore } from '$lib/ledger/store';
import type { Backend } from '$lib/sync/backend';
import type { ErrorCode } from '$lib/sync/protocol';
import type { Pairing } from './device';

/** What stays on a device that leaves: how large things are on its panel. */
const panelFacts = ['panel'];
/** What also stays where something is still to be handed over: who wrote it, and how far the count had come. */
const writerFacts = [...panelFacts, 'device', 'dseq'];

/** How far a device is with leaving: it belongs to the house · it has more to hand over first · it has forgotten the house. */
export type Farewell = 'none' | 'not-yet' | 'gone';

/**
 * Does what the server told this device. `leaving`: when all it wrote is handed over it says so, and forgets everything
 * about the house. `revoked` (cut off): it forgets at once; only what nobody else has yet stays, which is sent when the
 * device is paired with the same house again. Throws a `Refusal` where the server cannot be told.
 */
export async function sayFarewell(
  store: LedgerStore,
  told: ErrorCode,
  backend: Pick<Backend, 'left'>,
): Promise<Farewell> {
  if (told !== 'leaving' && told !== 'revoked') return 'none';
  if (told === 'leaving') {
    if ((await unsent(store).count()) > 0) return 'not-yet';
    const house = (await store.fact<Pairing>('pairing'))?.house.id;
    const answer = await backend.left({
      epoch: await store.fact<string>('epoch'),
      marks: await marksOf(store, house ? [house] : []),
    });
    if (answer.forked) {
      // It was restored from a backup and does not hold all that it was handed: once more, then.
      await unsettleAll(store, answer.epoch);
      return 'not-yet';
    }
  }
  await forgetHouse(store);
  return 'gone';
}

const unsent = (store: LedgerStore) => store.events.where('sent').anyOf('waiting', 'stuck');

/**
 * Forgets all that others have too, every row, and every fact but the panel's, in one strict transaction. Somebody may
 * have touched the screen while the server was told: then it stays known who wrote what waits.
 */
async function forgetHouse(store: LedgerStore): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const facts = (await unsent(store).count()) === 0 ? panelFacts : writerFacts;
    await store.events.where('sent').anyOf('kept', 'refused', 'discarded').delete();
    await store.rows.clear();
    await store.bases.clear();
    await store.facts.filter(({ name }) => !facts.includes(name)).delete();
  });
}
