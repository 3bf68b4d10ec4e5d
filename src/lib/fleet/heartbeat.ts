import type { LedgerStore } from '$lib/ledger/store';
import type { Pairing } from '$lib/session/device';
import { connect } from '$lib/sync/backend';
import { noteSkew } from '$lib/sync/clock-skew';
import type { Beat } from '$lib/sync/beat';
import type { FaultCode } from '$lib/sync/beat-lists';
import { Pause } from '$lib/sync/pause';
import { codeOf } from '$lib/sync/refusal';
import { language } from '$lib/words/words.svelte';
import { begunHere } from './boots';
import { canary } from './canary';
import { FaultBook } from './fault-book';
import { LineMeter } from './line-meter';
import { lookAround } from './look';
import { runningVersion } from './version';

/** Between two beats (ms), give or take: a house whose power comes back must not beat as one. */
const [every, spread] = [60_000, 10_000];
/** The first one, when what somebody waits for has come (ms). */
const first = 5_000;

/** The name of the fact that counts beats which found no server. */
const failuresFact = 'beat-failures';

/** What only whoever runs the screen knows. */
export interface ScreenTold {
  screen: () => Beat['screen'];
  /** When a finger or a key was last heard of (ms, by `performance.now`); null where never. */
  touched: () => number | null;
  lit: () => Promise<boolean>;
  fault: (code: FaultCode, counts: boolean) => void;
}

/**
 * Tells the server once a minute how this kiosk is, until the answer is called. It is no part of the exchange: nothing of it is
 * in the ledger, it waits for nothing that waits to be sent and wakes nothing, and one that does not get through is only
 * counted. One page of a browser does it.
 */
export function keepBeating(store: LedgerStore, told: ScreenTold): () => void {
  const stopped = new AbortController();
  const pause = new Pause(stopped.signal);
  const book = new FaultBook(store);
  const meter = new LineMeter();
  const stops = [book.heed(), meter.heed()];

  async function work(): Promise<void> {
    await pause.last(first * Math.random()); // by chance: all kiosks of a ward come up when its power does
    while (!stopped.signal.aborted) {
      try {
        await beat(store, told, book, meter);
      } catch (problem) {
        console.error(problem); // whatever it is, the next beat may tell of it
      }
      await pause.last(every + (Math.random() * 2 - 1) * spread); // and must not drift into one beat
    }
  }

  const working = navigator.locks
    ? navigator.locks.request('nha-so-beat', { signal: stopped.signal }, work)
    : work();
  working.catch((problem: unknown) => {
    if (!stopped.signal.aborted) console.error(problem);
  });
  return () => {
    stopped.abort();
    for (const stop of stops) stop();
  };
}

async function beat(store: LedgerStore, told: ScreenTold, book: FaultBook, meter: LineMeter): Promise<void> {
  const pairing = await store.fact<Pairing | null>('pairing');
  if (!pairing) return;
  const now = Date.now();
  const [running, sung, lit, around, begun] = await Promise.all([
    runningVersion(),
    canary(store),
    told.lit().catch(() => false),
    lookAround(store, now),
    begunHere(store, now).catch(() => ({ at: now, boots: 0 })), // a disk that takes nothing counts nothing
  ]);
  if (!sung.disk) book.note('disk');
  if (!sung.cache) book.note('cache');
  if (sung.full) book.note('full');
  if (!lit) book.note('dark');
  if (!around.view.whole) book.note('window');
  const faults = await book.told();
  book.tellEach(told.fault);
  const touched = told.touched();
  const failures = (await store.fact<number>(failuresFact).catch(() => 0)) ?? 0;
  const sent: Beat = {
    ...running,
    ...around,
    uptime: secondsSince(begun.at, now),
    boots: begun.boots,
    screen: told.screen(),
    touched: touched === null ? null : secondsSince(touched, performance.now()),
    canary: { disk: sung.disk, cache: sung.cache },
    lit,
    link: { ...meter.take(), failures, hint: lineHint() },
    faults,
  };
  const refused = await send(pairing.token, sent, store);
  const missed = refused === null ? 0 : refused === 'offline' ? failures + 1 : failures;
  if (missed !== failures) await store.setFact(failuresFact, missed);
}

/** Null where it came through, else why not. Who the server does not know, or sends away, hears of it by the exchange. */
async function send(token: string, sent: Beat, store: LedgerStore) {
  try {
    const asked = new Date();
    const { now } = await connect(location.origin, token, language.current).beat(sent);
    await noteSkew(store, asked, new Date(), now).catch(() => undefined);
    return null;
  } catch (problem) {
    return codeOf(problem);
  }
}

const secondsSince = (then: number, now: number) => Math.max(0, Math.round((now - then) / 1000));

/** What the browser thinks of the line; not every browser says. */
function lineHint(): Beat['link']['hint'] {
  const { connection } = navigator as { connection?: { effectiveType?: Beat['link']['hint'] } };
  return connection?.effectiveType ?? null;
}
