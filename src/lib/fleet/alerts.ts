import { tellSkewFrom } from '$lib/ledger/skew-limit';
import type { Beat } from '$lib/sync/beat';
import type { AlertCode } from '$lib/sync/fleet';
import { openSince, type Hours } from './hours';
import { standingOf } from './standing';

/** What is known of a device: its last beat and when it came (ms, by the server's clock). */
export interface Heard {
  last: number;
  beat: Beat;
}

/** Whether something is so; null where nobody can tell now, and what was said before still holds. */
export type Verdict = boolean | null;

/** What a beat said is believed for so long (ms): after that the device may have been mended, or have got worse. */
const freshFor = 15 * 60_000;
/** What has waited for two days waits for somebody (seconds): the line was there, for the beat came. */
const longWait = 2 * 86_400;
/** All voices have come by then, also on a thin line (seconds after the browser's start). */
const fetchTime = 2 * 3600;
/** Of what the browser would store. */
const nearlyFull = 0.9;
/** The server makes a backup each night; three nights without one are no accident (ms). */
const oldBackup = 3 * 86_400_000;

/** What is so of a device, by the server's clock; null for one that never beat: it says nothing, so nothing is said of it. */
export function verdictsOf(
  heard: Heard | null,
  now: number,
  hours: Hours,
): Partial<Record<AlertCode, Verdict>> {
  if (!heard) return {};
  const { last, beat } = heard;
  const fresh = now - last < freshFor;
  const told = (is: Verdict): Verdict => (fresh ? is : null);
  const { kept, usage, quota } = beat.storage;
  const { skew, trusted } = beat.clock;
  return {
    offline: offlineBy(last, now, hours),
    disk: told(!beat.canary.disk || !beat.canary.cache),
    unsent: told(beat.events.unsent > 0 && (beat.events.oldest ?? 0) >= longWait),
    full: told(
      beat.faults.some(({ code }) => code === 'full') ||
        (usage === null || !quota ? null : usage / quota >= nearlyFull),
    ),
    clock: told(
      skew === null && trusted === null ? null : trusted === false || Math.abs(skew ?? 0) >= tellSkewFrom,
    ),
    loose: told(kept === null ? null : !kept),
    'rolled-back': told(beat.rolledBack !== undefined),
    clips: told(clipsLack(beat)),
  };
}

/** While they are being fetched they are not missing. */
function clipsLack({ clips, uptime }: Beat): Verdict {
  if (!clips) return null;
  if (clips.here >= clips.all) return false;
  return uptime >= fetchTime ? true : null;
}

/** Who is late may yet come, and a house that is closed asks for nobody. */
function offlineBy(last: number, now: number, hours: Hours): Verdict {
  const standing = standingOf(last, now, hours);
  return standing === 'online' ? false : standing === 'offline' ? true : null;
}

/** True where an alert about a device may begin now: only while its house is open is there somebody to look at it. */
export function mayBegin(now: number, hours: Hours): boolean {
  return openSince(hours, now) !== null;
}

/** True where the server's last good backup (ms; null: there is none) is too old; `begun`: since when there is anything to lose. */
export function isBackupOld(last: number | null, begun: number, now: number): boolean {
  return now - (last ?? begun) >= oldBackup;
}
