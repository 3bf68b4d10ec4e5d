import { personErased, type EraseReason } from '$lib/ledger/kinds/person-erased';
import { session } from '$lib/session/session.svelte';

/** Erases a person of a house, in the name of the coordinator who is signed in. There is no way back. */
export async function erasePerson(house: string, person: string, reason: EraseReason): Promise<void> {
  await session.recordAsStaff(personErased, { reason }, house, person);
}
