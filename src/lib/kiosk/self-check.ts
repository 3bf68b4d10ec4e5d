import { tellSkewFrom } from '$lib/ledger/skew-limit';

/** What a device was found to have: true, false, or null where it cannot be told (yet). */
export interface Found {
  /** The address is one that browsers trust: without that there is no service worker, camera or key. */
  secure: boolean;
  /** The app is on the device whole, so that it opens without a network. */
  worker: boolean | null;
  /** The browser promised to keep what it stores. */
  kept: boolean | null;
  /** Bytes that may still be stored. */
  room: number | null;
  /** Something was written to the disk and read again. */
  disk: boolean | null;
  /** Clips that are here, of how many. */
  clips: { here: number; all: number } | null;
  /** The screen can be kept lit. */
  lit: boolean | null;
  cameras: number | null;
  /** Points at which the screen can be touched at once. */
  touches: number;
  /** The page has the whole screen. */
  whole: boolean;
  /** How far the server's clock is ahead (ms). */
  skew: number | null;
  /** Since the last exchange that came through (ms). */
  silent: number | null;
}

/** How a check came out: good, to be mended, worth knowing where the house wants it, or not known. */
export type Outcome = 'good' | 'bad' | 'note' | 'unknown';

/** One line of the check; `id` names its words: `device:check.<id>.name`, `.good`, `.bad`. */
export interface Checked {
  id: string;
  outcome: Outcome;
}

/** Least room: all voices of today twice over, and a year of events (bytes). */
export const leastRoom = 500_000_000;
/** A device that has a network exchanges every minute; so long without one is worth a look (ms). */
const mostSilent = 600_000;

/** What an installer is told of a device, what must be mended first. */
export function selfCheck(found: Found): Checked[] {
  const must = (id: string, held: boolean | null): Checked => ({
    id,
    outcome: held === null ? 'unknown' : held ? 'good' : 'bad',
  });
  /** Something that a house may do without. */
  const may = (id: string, held: boolean | null): Checked => ({
    id,
    outcome: held === null ? 'unknown' : held ? 'good' : 'note',
  });
  const lines = [
    must('secure', found.secure),
    must('worker', found.worker),
    must('disk', found.disk),
    must('kept', found.kept),
    must('room', found.room === null ? null : found.room >= leastRoom),
    must('clips', found.clips && found.clips.here >= found.clips.all),
    must('clock', found.skew === null ? null : Math.abs(found.skew) < tellSkewFrom),
    must('whole', found.whole),
    must('lit', found.lit),
    may('line', found.silent === null ? null : found.silent < mostSilent),
    may('touch', found.touches > 0),
    may('camera', found.cameras === null ? null : found.cameras > 0),
  ];
  const order: Outcome[] = ['bad', 'note', 'unknown', 'good'];
  return lines.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}
