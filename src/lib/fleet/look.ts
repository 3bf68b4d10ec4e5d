import type { LedgerStore } from '$lib/ledger/store';
import { toldLast } from '$lib/sync/device-clock';
import { skewFact } from '$lib/sync/skew-fact';
import type { Beat } from '$lib/sync/beat';
import { clipsHere } from './clips-here';
import { clockTrusted } from './clock-trust';

/** To count the clips the browser has to list them all, which need not be each minute (ms). */
const clipsEvery = 15 * 60_000;
let clips: { at: number; found: Beat['clips'] } | undefined;

/** What this browser says of itself for a beat; what it does not tell is null, and nobody who stands there is asked anything. */
export async function lookAround(
  store: LedgerStore,
  now: number,
): Promise<Pick<Beat, 'clock' | 'storage' | 'events' | 'clips' | 'view'>> {
  const [skew, told, kept, estimate, events, counted] = await Promise.all([
    orNull(async () => (await store.fact<number>(skewFact)) ?? null),
    orNull(() => toldLast(store)),
    orNull(async () => navigator.storage.persisted()),
    orNull(async () => navigator.storage.estimate()),
    orNull(() => waitingHere(store, now)),
    countClips(now),
  ]);
  return {
    clock: { skew, trusted: clockTrusted(now, skew, told) },
    storage: { kept, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null },
    events: events ?? { unsent: 0, stuck: 0, oldest: null },
    clips: counted,
    view: {
      whole: wholeScreen(),
      width: innerWidth,
      height: innerHeight,
    },
  };
}

/** True where the page has the whole screen. */
export function wholeScreen(): boolean {
  return innerWidth >= screen.width && innerHeight >= screen.height;
}

async function waitingHere(store: LedgerStore, now: number): Promise<Beat['events']> {
  const [unsent, stuck, first] = await Promise.all([
    store.outbox.count(),
    store.events.where('sent').equals('stuck').count(),
    store.outbox.orderBy('dseq').first(),
  ]);
  const oldest = first && (await store.events.get(first.id));
  return {
    unsent,
    stuck,
    oldest: oldest ? Math.max(0, Math.round((now - Date.parse(oldest.occurred)) / 1000)) : null,
  };
}

async function countClips(now: number): Promise<Beat['clips']> {
  if (!clips || Math.abs(now - clips.at) >= clipsEvery) clips = { at: now, found: await orNull(clipsHere) };
  return clips.found;
}

/** What a browser answers, or null where it has no such thing or fails. */
export async function orNull<Of>(ask: () => Promise<Of>): Promise<Of | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
