import { cursorOf } from '$lib/ledger/cursor';
import type { LedgerStore } from '$lib/ledger/store';
import { noteSkew } from './clock-skew';
import { mustHear } from './device-clock';
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

  await askTime(store, senders, now);
  await pushAll();
  if (problems.some(isOffline)) throw problems[0]; // nobody answers: asking again would only wait
  for (const sender of senders) if (await read(sender)) break;
  if (problems.length > 0) throw problems.find(isFarewell) ?? problems[0];
  return { answered, taken };
}

/**
 * Asks whoever may read here what time it is, where something waits that was written before the clock was set or the machine
 * started: when that was cannot be said otherwise. What stands in the way of it stands in the way of what follows, too.
 */
async function askTime(store: LedgerStore, senders: readonly Sender[], now: () => Date): Promise<void> {
  const reader = senders.find(({ houses }) => houses.length > 0);
  const [house] = reader?.houses ?? [];
  if (!reader || house === undefined || !(await mustHear(store, now))) return;
  const asked = now();
  try {
    const page = await reader.backend.pull(house, await cursorOf(store, house), 1);
    await noteSkew(store, asked, now(), page.now);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}

const isOffline = (problem: unknown): boolean => problem instanceof Refusal && problem.code === 'offline';
/** What the server says to a device that is to leave the house: nothing else matters beside it. */
const isFarewell = (problem: unknown): boolean =>
  problem instanceof Refusal && (problem.code === 'leaving' || problem.code === 'revoked');
const isUnknown = (problem: unknown): boolean =>
  problem instanceof Refusal && ['not-signed-in', 'revoked', 'leaving'].includes(problem.code);
