import { atLeast, type ClockSaid } from '$lib/ledger/clock-said';
import type { KeptEvent, LedgerStore } from '$lib/ledger/store';
import { floorOf, isLost, runAtStart, runHeard, runOn, saidOf, type Run } from './clock-runs';
import { skewFact } from './skew-fact';
import { windowName } from './window-name';

const runFact = 'run:';
const nameOf = (n: number): string => runFact + String(n).padStart(8, '0');

/** So many runs are remembered: of months of starts without a network. */
const mostRuns = 400;
/** While nothing else is to be said, a run's end is written down this often (ms). */
const noteEvery = 60_000;

/** The run that this page is in, by the clock that nobody can set (ms), and when that was last written down. */
interface Here {
  run: Run;
  steady: number;
  noted: number;
  floor: number;
}

const pages = new WeakMap<LedgerStore, Promise<Here>>();

/** All runs that are remembered, the oldest first. */
export async function runsOf(store: LedgerStore): Promise<Run[]> {
  const found = await store.facts.where('name').startsWith(runFact).sortBy('name');
  return found.map(({ value }) => value as Run);
}

/** The number of the run that the device's clock is in, to be noted beside what is written now. */
export async function runNow(store: LedgerStore, now: () => Date = () => new Date()): Promise<number> {
  return (await step(store, (here) => lookAt(store, here, now))).run.n;
}

/** What the server told last of its time (ms); null where it never did. */
export async function toldLast(store: LedgerStore): Promise<number | null> {
  return floorOf(await runsOf(store)) || null;
}

/**
 * What time it is, for whatever shows a day: by the device's clock as far as it is known to be right, and never before what the
 * server told last.
 */
export async function timeHere(store: LedgerStore, now: () => Date = () => new Date()): Promise<Date> {
  const skew = atLeast((await store.fact<number>(skewFact)) ?? 0);
  return new Date(Math.max(now().getTime() + skew, (await toldLast(store)) ?? 0));
}

/** Notes what the server told of the clock that this page goes by. */
export async function noteHeard(store: LedgerStore, skew: number, server: number, came: Date): Promise<void> {
  await step(store, async (before) => {
    const here = await lookAt(store, before, () => came);
    const run = runHeard(here.run, skew, server);
    const news = here.run.heard === null || run.n !== here.run.n;
    const next = { ...here, run, floor: server };
    return news ? noted(store, next) : next;
  });
}

/** One after the other; what failed, for a disk that takes nothing, is begun anew the next time. */
function step(store: LedgerStore, does: (here: Here | null) => Promise<Here>): Promise<Here> {
  const before = pages.get(store)?.catch(() => null) ?? Promise.resolve(null);
  const next = before.then(does);
  pages.set(store, next);
  return next;
}

async function lookAt(store: LedgerStore, here: Here | null, now: () => Date): Promise<Here> {
  const [wall, steady] = [now().getTime(), performance.now()];
  if (!here) {
    const runs = await runsOf(store);
    const run = runAtStart(runs, wall, windowName(wall));
    const last = runs.at(-1);
    if (last && run.n !== last.n) await moveSkew(store, last, run);
    return noted(store, { run, steady, noted: 0, floor: floorOf(runs) });
  }
  const run = runOn(here.run, wall, steady - here.steady, here.floor);
  const next = { ...here, run, steady };
  if (run.n !== here.run.n) await moveSkew(store, here.run, run);
  const news = run.n !== here.run.n || run.browser !== windowName(wall);
  return news || steady - here.noted >= noteEvery ? noted(store, next) : next;
}

async function noted(store: LedgerStore, here: Here): Promise<Here> {
  const run = { ...here.run, browser: windowName(here.run.last) };
  await store.setFact(nameOf(run.n), run);
  await store.facts
    .where('name')
    .between(runFact, nameOf(Math.max(0, run.n - mostRuns)))
    .delete();
  return { ...here, run, noted: here.steady };
}

/** How wrong the clock is by what was told before it was set; unknown again where nobody saw by how much that was. */
async function moveSkew(store: LedgerStore, before: Run, run: Run): Promise<void> {
  const skew = await store.fact<number>(skewFact);
  if (skew === undefined) return;
  if (typeof run.began === 'number') await store.setFact(skewFact, skew - run.began);
  else if (run.began === 'jump' || isLost(before) !== isLost(run)) await store.facts.delete(skewFact);
}

/**
 * What is to be said of the clock of each event that is sent now. Nothing of what the present run wrote: how wrong that one is
 * the server sees for itself. What it judged once it is told as it was.
 */
export async function clockSaid(
  store: LedgerStore,
  now: () => Date,
): Promise<(event: KeptEvent) => ClockSaid> {
  const here = await runNow(store, now);
  const runs = await runsOf(store);
  const wrong = atLeast(runs.find(({ n }) => n === here)?.heard?.skew ?? 0) !== 0;
  return ({ run, happened, occurred, clock }) => {
    if (happened) {
      const off = Date.parse(happened) - Date.parse(occurred);
      return clock === 'doubtful' ? { off, clock } : { off };
    }
    if (run === undefined || run === here) return {};
    const said = saidOf(runs, run);
    if (said.off !== 0 || wrong) return said;
    return said.clock ? { clock: said.clock, off: 0 } : {};
  };
}

/** True where something waits that another run wrote, and nothing is known of the present one yet: then the time is asked first. */
export async function mustHear(store: LedgerStore, now: () => Date): Promise<boolean> {
  const here = await runNow(store, now);
  const run = (await runsOf(store)).find(({ n }) => n === here);
  if (run?.heard) return false;
  const waiting = await store.events.bulkGet((await store.outbox.toArray()).map(({ id }) => id));
  return waiting.some((event) => event?.run !== undefined && event.run !== here);
}
