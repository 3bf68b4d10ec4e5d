import type { LedgerStore } from '$lib/ledger/store';
import { pull } from './pull';
import { push } from './push';
import type { Sender } from './sender';

/**
 * One full exchange with the server: everything waiting goes up, by whoever may send it; then everything new
 * comes down, for the first sender.
 */
export async function exchange(
  store: LedgerStore,
  senders: readonly Sender[],
  now: () => Date = () => new Date(),
): Promise<{ answered: number; taken: number }> {
  const pushAll = async () => {
    let answered = 0;
    const problems: unknown[] = [];
    for (const sender of senders) {
      try {
        answered += await push(store, sender, now);
      } catch (problem) {
        problems.push(problem); // one sender's trouble (a token run out) must not hold back the other
      }
    }
    if (problems.length > 0) throw problems[0];
    return answered;
  };
  let answered = await pushAll();
  let taken = 0;
  const [reader] = senders;
  if (!reader) return { answered, taken };
  for (const house of reader.houses) {
    const page = await pull(store, reader, house);
    taken += page.taken;
    if (page.again) {
      answered += await pushAll();
      taken += (await pull(store, reader, house)).taken;
    }
  }
  return { answered, taken };
}
