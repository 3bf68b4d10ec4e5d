import { compareInHouse } from '$lib/ledger/fold';
import type { ClaimRow } from '$lib/ledger/kinds/claim-row';
import type { ErasureRow } from '$lib/ledger/kinds/person-erased';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import { erasuresTable } from '$lib/ledger/reduced';
import type { KeptEvent } from '$lib/ledger/store';
import { store } from '$lib/session/device';

/** Everybody on the roll of a house, in no order. */
export function peopleOf(house: string): Promise<PersonRow[]> {
  return store.list<PersonRow>(house, 'people', 'house');
}

/** A person and their house; null where this device does not know them. */
export async function findPerson(person: string): Promise<{ house: string; row: PersonRow } | null> {
  const kept = await store.rows.get({ table: 'people', key: person });
  return kept ? { house: kept.house, row: kept.row as PersonRow } : null;
}

/** That a person was erased, and when; null where this device knows of no such thing. */
export async function findErasure(person: string): Promise<ErasureRow | null> {
  const kept = await store.rows.get({ table: erasuresTable, key: person });
  return kept ? (kept.row as ErasureRow) : null;
}

/** All that this device holds about a person, with their visits as a guest that they claimed, in the order of the house. */
export async function heldAbout(house: string, person: string): Promise<KeptEvent[]> {
  const claims = await store.list<ClaimRow>(house, 'claims', 'house');
  const visits = claims.filter((claim) => claim.person === person).map(({ guest }) => guest);
  const events = await store.events
    .where('[house+person]')
    .anyOf([person, ...visits].map((whose) => [house, whose]))
    .toArray();
  return events.sort(compareInHouse);
}
