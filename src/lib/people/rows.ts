import type { PersonRow } from '$lib/ledger/kinds/person-registered';
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
