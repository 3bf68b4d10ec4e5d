import { adoptHouse } from '$lib/ledger/custody';
import { kioskViewer } from '$lib/ledger/refold';
import type { KeptEvent, LedgerStore } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import type { Speaker } from '$lib/sync/carried-file';
import type { Sender } from '$lib/sync/sender';
import { language } from '$lib/words/words.svelte';
import { asDevice } from './as-device';
import type { Pairing } from './device';
import { signerHere } from './device-key';
import { housesOf, partingFact, type Staff } from './staff';

/**
 * Who may send from here, the reader first: the staff member signed in, else the device. Everybody sends what
 * they wrote themselves, in their own name; what has no author was seen by the device. Staff who signed out
 * still send what they left behind, and are forgotten once it is gone. The database is asked and not a tab's
 * memory: another tab may have signed in or out.
 */
export async function sendersHere(store: LedgerStore): Promise<(Sender & Speaker)[]> {
  const staff = (await store.fact<Staff | null>('staff')) ?? null;
  const pairing = (await store.fact<Pairing | null>('pairing')) ?? null;
  const senders: (Sender & Speaker)[] = [];
  if (pairing) await adoptHouse(store, pairing.house.id);
  if (staff) {
    const houses = housesOf(staff).map(({ id }) => id);
    const lent = (event: KeptEvent) => !pairing && event.author === '' && houses.includes(event.house);
    senders.push({
      token: staff.token,
      backend: connect(location.origin, staff.token, language.current),
      viewer: viewerOf(staff),
      houses,
      sends: (event) => event.author === staff.id || lent(event),
    });
  }
  if (pairing) {
    senders.push({
      token: pairing.token,
      sign: await signerHere(store),
      backend: deviceHere(store),
      viewer: kioskViewer(pairing.house.id),
      houses: [pairing.house.id],
      sends: (event) => event.author === '' && event.house === pairing.house.id,
    });
  }
  // Staff of another house would read the kiosk's roll away: then the device reads for itself.
  if (pairing && staff && !housesOf(staff).some(({ id }) => id === pairing.house.id)) senders.reverse();
  for (const one of await stillParting(store, staff)) {
    senders.push({
      token: one.token,
      backend: connect(location.origin, one.token, language.current),
      viewer: viewerOf(one),
      houses: [], // sends, but reads nothing any more
      sends: (event) => event.author === one.id,
    });
  }
  return senders;
}

/** The server for the paired device itself. */
export function deviceHere(store: LedgerStore): ReturnType<typeof asDevice> {
  return asDevice(store, (token) => connect(location.origin, token, language.current));
}

/** Somebody with these roles: with other roles they see other things, and what they had pulled no longer fits. */
function viewerOf({ id, memberships }: Staff): string {
  return [id, ...memberships.map(({ house, role }) => `${house}:${role}`).sort()].join(' ');
}

/** A staff member signs out: kept as a sender while anything they wrote waits. */
export async function partWith(store: LedgerStore, staff: Staff): Promise<void> {
  await store.transaction('rw', store.facts, async () => {
    const others = ((await store.fact<Staff[]>(partingFact)) ?? []).filter(({ id }) => id !== staff.id);
    await store.setFact(partingFact, [...others, staff]);
  });
}

function stillParting(store: LedgerStore, here: Staff | null): Promise<Staff[]> {
  return store.transaction('rw', store.facts, store.events, async () => {
    const parting = (await store.fact<Staff[]>(partingFact)) ?? [];
    if (parting.length === 0) return [];
    const waiting = await store.events.where('sent').equals('waiting').toArray();
    const authors = new Set(waiting.map(({ author }) => author));
    const still = parting.filter(({ id }) => id !== here?.id && authors.has(id));
    if (still.length !== parting.length) await store.setFact(partingFact, still);
    return still;
  });
}
