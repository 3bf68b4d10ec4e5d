import { liveQuery } from 'dexie';
import { prune } from '$lib/ledger/prune';
import type { LedgerStore } from '$lib/ledger/store';
import { backoff } from './backoff';
import { runNow } from './device-clock';
import { exchange } from './exchange';
import { Line } from './line';
import { Pause } from './pause';
import type { ErrorCode } from './protocol';
import { codeOf, Refusal } from './refusal';
import type { Sender } from './sender';
import { syncStateFact, type SyncState } from './sync-state';

/** While all is well, new events of others are fetched this often (ms), and sooner where the line says that there are. */
const pollEvery = 60_000;

/** After so many good exchanges, about an hour's where nobody does anything, what may go is let go. */
const pruneEvery = 60;

/**
 * Keeps this device in step with the server until `stop`. Only one tab does the work: the others wait for the
 * lock and take over when it closes. `senders` (none while the device is nobody's) are asked before
 * every exchange; a new line in the outbox starts one at once while all is well, `nudge` in any case. `refused` is told
 * what stood in the way of each exchange that did not come through.
 */
export function startSyncing(
  store: LedgerStore,
  senders: () => Promise<Sender[]>,
  refused: (code: ErrorCode) => Promise<void> = () => Promise.resolve(),
): { nudge: () => void; stop: () => void } {
  const stopped = new AbortController();
  const pause = new Pause(stopped.signal);
  runNow(store).catch(() => undefined); // from here on it is seen whether somebody sets the clock; a full disk keeps no count

  /** A full disk must not end the loop: then the screen goes on saying what it said before. */
  async function tell(problem: ErrorCode): Promise<void> {
    try {
      const before = await store.fact<SyncState>(syncStateFact);
      await store.setFact(syncStateFact, { lastOk: before?.lastOk ?? null, problem });
    } catch (failure) {
      console.error(failure);
    }
  }

  async function work(): Promise<void> {
    let failures = 0;
    let good = 0;
    const outbox = liveQuery(() => store.outbox.count()).subscribe((waiting) => {
      if (waiting > 0 && failures === 0) pause.end();
    });
    const line = new Line(store, () => pause.end());
    while (!stopped.signal.aborted) {
      let next = pollEvery;
      try {
        const who = await senders();
        if (who.length > 0) {
          const began = new Date().toISOString();
          await exchange(store, who);
          await store.setFact(syncStateFact, { lastOk: began, problem: null });
          if (good % pruneEvery === 0) await prune(store);
          good += 1;
        }
        line.keep(who);
        failures = 0;
      } catch (problem) {
        line.drop();
        failures += 1;
        next = backoff(failures, Math.random(), problem instanceof Refusal ? problem.retryAfter : 0);
        await tell(codeOf(problem));
        await refused(codeOf(problem)).catch((failure: unknown) => console.error(failure));
      }
      await pause.last(next);
    }
    line.drop();
    outbox.unsubscribe();
  }

  // Web Locks are missing only where the page is not on HTTPS or localhost; such a page has no service worker either.
  const working = navigator.locks
    ? navigator.locks.request('nha-so-sync', { signal: stopped.signal }, work)
    : work();
  working.catch((problem: unknown) => {
    if (!stopped.signal.aborted) console.error(problem);
  });

  const nudge = () => pause.end();
  addEventListener('online', nudge);
  return {
    nudge,
    stop: () => {
      removeEventListener('online', nudge);
      stopped.abort();
    },
  };
}
