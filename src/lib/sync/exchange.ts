import type { LedgerStore } from '$lib/ledger/store';
import type { Backend } from './backend';
import { pull } from './pull';
import { push } from './push';

/** One full exchange with the server: everything waiting goes up, everything new of these houses comes down. */
export async function exchange(
  store: LedgerStore,
  backend: Backend,
  houses: readonly string[],
  now: () => Date = () => new Date(),
): Promise<{ answered: number; taken: number }> {
  let answered = await push(store, backend, houses, now);
  let taken = 0;
  for (const house of houses) {
    const page = await pull(store, backend, house);
    taken += page.taken;
    if (page.again) {
      answered += await push(store, backend, houses, now);
      taken += (await pull(store, backend, house)).taken;
    }
  }
  return { answered, taken };
}
