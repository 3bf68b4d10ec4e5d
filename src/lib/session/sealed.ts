import type { LedgerStore } from '$lib/ledger/store';
import { seal, unseal, type SealedAccount } from './offline-sign-in';
import type { Staff } from './staff';

/** The name of the fact that holds a sealed account. */
const factOf = (username: string): string => `sealed:${username}`;

/** Keeps what an account may use here, sealed with its password; what was sealed with an earlier one is gone. */
export async function keepSealed(store: LedgerStore, password: string, staff: Staff): Promise<void> {
  await store.setFact(factOf(staff.username), await seal(staff.username, password, staff));
}

/** Opens what is kept of an account; null where the password is another, undefined where nothing is kept here. */
export async function openSealed(
  store: LedgerStore,
  username: string,
  password: string,
): Promise<Staff | null | undefined> {
  const sealed = await store.fact<SealedAccount>(factOf(username));
  return sealed && ((await unseal(sealed, password)) as Staff | null);
}

/** The server does not take this password: where it opens what is kept here it is an old one, and opens it no more. */
export async function dropSealed(store: LedgerStore, username: string, password: string): Promise<void> {
  if (await openSealed(store, username, password)) await forgetSealed(store, username);
}

/** From now on the account comes in here by the server alone, until it has signed in once more. */
export async function forgetSealed(store: LedgerStore, username: string): Promise<void> {
  await store.facts.delete(factOf(username));
}
