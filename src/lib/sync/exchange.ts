import type { LedgerStore } from '$lib/ledger/store';
import { pull } from './pull';
import { push } from './push';
import { Refusal } from './refusal';
import type { Sender } from './sender';

/**
 * One full exchange with the server: everything waiting goes up, by whoever may send it; then everything new
 * comes down, for the first sender whom the server lets read. The trouble of one sender or one house (a token
 * run out, a membership ended) holds back neither the others nor the reading; the first trouble is thrown when
 * all that could be done is done.
 */
export async function exchange(
  store: LedgerStore,
  senders: readonly Sender[],
  now: () => Date = () => new Date(),
): Promise<{ answered: number; taken: number }> {
  const problems: unknown[] = [];
  let answered = 0;
  let taken = 0;

  const pushAll = async () => {
    for (const sender of senders) {
      try {
        answered += await push(store, sender, now);
      } catch (problem) {
        problems.push(problem);
      }
    }
  };

  /** False where the server does not know this reader any more. */
  const read = async (reader: Sender): Promise<boolean> => {
    let known = reader.houses.length > 0;
    for (const house of reader.houses) {
      try {
        let page = await pull(store, reader, house, now);
        taken += page.taken;
        if (page.again) {
          await pushAll();
          page = await pull(store, reader, house, now);
          taken += page.taken;
        }
      } catch (problem) {
        problems.push(problem);
        if (isUnknown(problem)) known = false;
      }
    }
    return known;
  };

  await pushAll();
  if (problems.some(isOffline)) throw problems[0]; // nobody answers: asking again would only wait
  for (const sender of senders) if (await read(sender)) break;
  if (problems.length > 0) throw problems.find(isFarewell) ?? problems[0];
  return { answered, taken };
}

const isOffline = (problem: unknown): boolean => problem instanceof Refusal && problem.code === 'offline';
/** What the server says to a device that is to leave the house: nothing else matters beside it. */
const isFarewell = (problem: unknown): boolean =>
  problem instanceof Refusal && (problem.code === 'leaving' || problem.code === 'revoked');
const isUnknown = (problem: unknown): boolean =>
  problem instanceof Refusal && ['not-signed-in', 'revoked', 'leaving'].includes(problem.code);
