import { tellSkewFrom } from '$lib/ledger/skew-limit';
import type { Beat } from '$lib/sync/beat';

/** What is said of a device under `fleet:fact.<fact>`: words by their id, or that it is not known (null). */
export type FactWords = { k: string; vars?: Record<string, string | number> } | null;

const megabyte = 1_000_000;

/** What a beat says, in words. What was not known is said to be not known. */
export function factsOf(beat: Beat): Record<'events' | 'storage' | 'clock' | 'clips' | 'screen', FactWords> {
  return {
    events: eventsOf(beat.events),
    storage: storageOf(beat),
    clock: clockOf(beat.clock),
    clips: beat.clips && { k: 'fleet:clips', vars: beat.clips },
    screen: { k: `fleet:screen.${beat.screen}` },
  };
}

function eventsOf({ unsent, stuck, oldest }: Beat['events']): FactWords {
  if (stuck > 0) return { k: 'fleet:events-stuck', vars: { n: unsent, stuck } };
  const hours = Math.floor((oldest ?? 0) / 3600);
  return hours > 0
    ? { k: 'fleet:events-old', vars: { n: unsent, hours } }
    : { k: 'fleet:events', vars: { n: unsent } };
}

function storageOf({ canary, storage: { kept, usage, quota } }: Beat): FactWords {
  if (!canary.disk || !canary.cache) return { k: 'fleet:storage-broken' };
  if (usage === null || quota === null) return null;
  const used = Math.round(usage / megabyte);
  return kept === false
    ? { k: 'fleet:storage-loose', vars: { used } }
    : { k: 'fleet:storage', vars: { used, quota: Math.round(quota / megabyte / 100) / 10 } };
}

function clockOf({ skew, trusted }: Beat['clock']): FactWords {
  if (trusted === false) return { k: 'fleet:clock.wrong' };
  if (skew === null) return null;
  return Math.abs(skew) >= tellSkewFrom
    ? { k: 'fleet:clock.off', vars: { n: Math.round(Math.abs(skew) / 60_000) } }
    : { k: 'fleet:clock.right' };
}
