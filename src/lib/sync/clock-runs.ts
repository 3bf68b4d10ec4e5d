import { atLeast, type ClockSaid } from '$lib/ledger/clock-said';
import { tellSkewFrom } from '$lib/ledger/skew-limit';

/**
 * A stretch of time in which a device's clock went on as clocks do. When it is set a new one begins, and when the browser is
 * started, for then nobody saw what became of the clock meanwhile. Moments are in ms by that clock.
 *
 * ```
 *  run 1          run 2 (jump)       run 3 (+3 years)      run 4 (start)
 *  18:00 ──▶ 18:40 │ 3 years back ──▶ │ mended, seen ──▶     │ the next morning ──▶
 *  heard: right    │ lost             │ heard: right          │
 * ```
 */
export interface Run {
  n: number;
  /**
   * How it follows the run before: `start` the browser was started or the machine slept, and nothing is to be seen of it ·
   * `jump` the clock was set, nobody knows by how much · a number: it was set forth by so many ms, back where negative.
   */
  began: 'start' | 'jump' | number;
  /** The window's name, which lives as long as the browser does. */
  browser: string;
  first: number;
  last: number;
  /** What the server had told last when it began (ms): it began after that, whatever its clock said. */
  floor: number;
  /** What the server told: how far its clock is ahead (ms), and what it said last (ms). */
  heard: { skew: number; server: number } | null;
}

/** What the server told last in these runs (ms), whatever it had told before; 0 where it never did. */
export function floorOf(runs: readonly Run[]): number {
  return runs.findLast(({ heard }) => heard !== null)?.heard?.server ?? 0;
}

/** True where its clock has lost the time, as one without a battery does: it said a moment that was known to be past. */
export function isLost({ first, floor, heard }: Run): boolean {
  return heard ? heard.skew >= tellSkewFrom : first < floor - tellSkewFrom;
}

/**
 * The run that a page finds itself in as it begins. Where the same browser goes on, one page comes right after the other, and
 * what became of the clock meanwhile is to be seen; between two starts any time may pass.
 */
export function runAtStart(runs: readonly Run[], wall: number, browser: string): Run {
  const floor = floorOf(runs);
  const last = runs.at(-1);
  if (!last) return { n: 1, began: 'start', browser, first: wall, last: wall, floor, heard: null };
  const jumped = wall - last.last < -tellSkewFrom;
  if (!jumped && last.browser !== '' && browser === last.browser) return runOn(last, wall, 0, floor);
  return { ...follow(last, jumped ? 'jump' : 'start', wall, floor), browser };
}

/**
 * The run that goes on in a page, or follows, when its clock says `wall` and one that nobody can set counted `elapsed` ms since
 * `run.last`. A machine that slept looks like one whose clock was set forth: it was set where that sets it right, as far
 * as anybody knows.
 */
export function runOn(run: Run, wall: number, elapsed: number, floor: number): Run {
  const by = Math.round(wall - run.last - elapsed);
  if (atLeast(by) === 0) return { ...run, last: wall };
  const set = by < 0 || (run.heard ? atLeast(run.heard.skew - by) === 0 : isLost(run));
  return follow(run, set ? by : 'start', wall, floor);
}

/** The run after the server told its time: another one where it was told otherwise before, for then the clock was set unseen. */
export function runHeard(run: Run, skew: number, server: number): Run {
  const heard = { skew, server };
  if (run.heard === null || atLeast(run.heard.skew - skew) === 0) return { ...run, heard };
  return { ...follow(run, 'jump', run.last, run.heard.server), heard };
}

function follow({ n, browser }: Run, began: Run['began'], wall: number, floor: number): Run {
  return { n: n + 1, began, browser, first: wall, last: wall, floor, heard: null };
}

/** What a way along the runs tells of another one's clock; `seen` where nobody looked away on it. */
interface Way {
  skew: number;
  seen: boolean;
}

/**
 * What a device says of the clock that an event was written by. What was told in the same run counts; else what is told after it,
 * or was before, as far as no jump is between. Where the browser was started in between and both ways do not agree, or the
 * clock had lost the time and may have stood still, it is the likeliest, and not certain.
 */
export function saidOf(runs: readonly Run[], n: number): ClockSaid {
  const at = runs.findIndex((run) => run.n === n);
  const run = runs[at];
  if (!run) return {};
  const ways = [after(runs, at), before(runs, at)];
  const [later, earlier] = ways;
  const told = run.heard ? { skew: run.heard.skew, seen: true } : ways.find((way) => way?.seen);
  const best = told ?? (later && earlier ? earlier : (later ?? earlier));
  const off = best ? atLeast(best.skew) : 0;
  if (told) return { off };
  if (run.first + off < run.floor - tellSkewFrom) return { clock: 'doubtful' };
  const agree =
    later && earlier ? atLeast(later.skew - earlier.skew) === 0 : !isLost(run) && run.began !== 'jump';
  if (agree) return { off };
  return best ? { off, clock: 'doubtful' } : { clock: 'doubtful' };
}

function after(runs: readonly Run[], at: number): Way | null {
  let [by, seen] = [0, true];
  for (const { began, heard } of runs.slice(at + 1)) {
    if (began === 'jump') return null;
    if (began === 'start') seen = false;
    else by += began;
    if (heard) return { skew: heard.skew + by, seen };
  }
  return null;
}

function before(runs: readonly Run[], at: number): Way | null {
  let [by, seen] = [0, true];
  for (let here = at; here > 0; here--) {
    const began = runs[here]?.began;
    if (began === undefined || began === 'jump') return null;
    if (began === 'start') seen = false;
    else by -= began;
    const heard = runs[here - 1]?.heard;
    if (heard) return { skew: heard.skew + by, seen };
  }
  return null;
}
