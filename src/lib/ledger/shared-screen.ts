import { canonicalJson } from './canonical';
import { eventAlone, type LedgerEvent } from './event';
import { readEvent, viewFor } from './read';
import type { Sealed } from './sealed';
import { newSealer, type Sealer } from './sealer';
import type { LedgerStore } from './store';

/** The name of the fact that holds the token of a paired device: with it a device stands in a public room. */
export const pairingFact = 'pairing';
/** The name of the fact that holds who of the staff is signed in; null for nobody. */
export const staffFact = 'staff';
/** The name of the fact that holds the key to which this device seals for its server. */
export const sealingKeyFact = 'sealing-key';
/** The name of the fact that says whether anything this device wrote may lie open; undefined where nobody looked yet. */
export const openFact = 'open';

/**
 * The sealer of a device in a public room; null for any other device, and where its server has told no key yet. Its key
 * lives in memory and goes with the page, as the person does.
 */
export async function sealerOf(store: LedgerStore): Promise<Sealer | null> {
  const [pairing, server] = [await store.fact(pairingFact), await store.fact<string>(sealingKeyFact)];
  if (!pairing || !server) return null;
  const known = sealers.get(store);
  if (known?.server === server) return known.sealer;
  const sealer = newSealer(server);
  sealers.set(store, { server, sealer });
  return sealer;
}

const sealers = new WeakMap<LedgerStore, { server: string; sealer: Promise<Sealer> }>();

/** Takes note of the key that the server told; not of one that nothing can be sealed to: that would stop all writing. */
export async function learnSealingKey(store: LedgerStore, told: string | undefined): Promise<boolean> {
  if (!told || told === (await store.fact(sealingKeyFact))) return false;
  const sealer = await newSealer(told).catch(() => null);
  if (sealer) await store.setFact(sealingKeyFact, told);
  return sealer !== null;
}

/**
 * The event as a kiosk may keep it: what it may read itself stays readable, and beside it lies the whole, sealed. What has
 * no house yet stays as it is: the house that it is given belongs under the seal.
 */
export async function closed<E extends LedgerEvent>(
  event: E,
  sealer: Sealer,
): Promise<E & { sealed?: Sealed }> {
  const left = readable(event);
  if (event.house === '') return event;
  if (left.kind !== '' && canonicalJson(left.payload) === canonicalJson(event.payload)) return event;
  return { ...left, sealed: await sealer.seal(canonicalJson(eventAlone(event))) };
}

/** What a kiosk may read of an event; of what it may not read at all, only whose count it stands in and who may send it. */
export function readable<E extends LedgerEvent>(event: E): E {
  const read = readEvent(event);
  const payload = 'event' in read ? viewFor('kiosk', read.event) : null;
  if ('event' in read && payload) return { ...event, v: read.event.v, payload };
  const { happened: _happened, clock: _clock, ...left } = event;
  return { ...left, household: '', person: '', kind: '', v: 0, payload: {}, occurred: '' } as E;
}
