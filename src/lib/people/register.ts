import { personRegistered, type PersonRow } from '$lib/ledger/kinds/person-registered';
import { newId } from '$lib/ledger/record';
import { session } from '$lib/session/session.svelte';
import { nextNumber } from './roster';
import { peopleOf } from './rows';

/** Puts somebody on the roll of a house, under the next number; returns them as the roll now knows them. */
export async function register(house: string, name: string, birthYear: number | null): Promise<PersonRow> {
  const person = newId();
  const number = nextNumber(await peopleOf(house));
  await session.recordAsStaff(personRegistered, { name, birthYear, number }, house, person);
  return { person, name, birthYear, number };
}
