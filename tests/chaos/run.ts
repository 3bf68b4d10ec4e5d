import { retryAside } from '$lib/ledger/custody';
import type { SequencedEvent } from '$lib/ledger/event';
import { list } from '../server/world';
import type { Device } from './device';
import type { StoredRow } from './fresh-fold';
import { Forgotten } from './forgotten';
import { judge, type Findings, type Held } from './judge';
import { scriptOf, type Round } from './script';
import { setStage, type Stage } from './stage';
import { tell } from './tell';

/** What is told of one seed: counts of what went wrong, and how long it took until nothing waited after all was well. */
export interface Outcome {
  seed: number;
  /** Events whose writers were told that they are kept. */
  acked: number;
  lost: number;
  duplicated: number;
  leaked: number;
  gaps: number;
  drainMs: number;
  bent: number;
  /** Events that devices let go, for a backup had them. */
  pruned: number;
  /** Told, but no fault: see `Findings`. */
  unbacked: number;
  /** What happened, and what was found, for whoever looks into it. */
  story: string[];
}

/** A month and a day passes with each round, so that what a backup holds may be let go in the next but one (ms). */
const month = 31 * 24 * 3_600_000;

/** Nothing may wait longer than this once all is well (ms). */
const patience = 60_000;

/**
 * Plays the story of a seed with a real server and real clients, heals everything, and judges what is left. `control`
 * plays it with clients that believe a server whatever it forgot, which must lose something: else nothing was seen.
 */
export async function play(seed: number, rounds = 10, control = false): Promise<Outcome> {
  const stage = await setStage(seed, control);
  const { devices } = stage;
  try {
    const script = scriptOf(seed, devices.length, rounds);
    const story: string[] = [];
    const forgotten = new Forgotten(devices);
    for (const [n, round] of script.entries()) {
      story.push(`round ${n + 1}: ${tell(round, devices)}`);
      await playRound(stage, round);
      forgotten.note(n, round);
    }
    const drainMs = await drain(stage);
    const silently = script.some(({ mishap }) => mishap === 'restored-silently');
    const found = await judge(devices, {
      ...(await holdings(stage)),
      silently,
      forgotten: forgotten.unbacked(),
    });
    const faults: Partial<Findings> = { ...found, unbacked: [] };
    for (const [what, all] of Object.entries(faults)) story.push(...all.map((one) => `${what}: ${one}`));
    return {
      seed,
      acked: devices.reduce((sum, { acked }) => sum + acked.length, 0),
      lost: found.lost.length,
      duplicated: found.duplicated.length,
      leaked: found.leaked.length,
      gaps: found.gaps.length,
      drainMs,
      bent: found.bent.length,
      pruned: devices.reduce((sum, { pruned }) => sum + pruned.size, 0),
      unbacked: found.unbacked.length,
      story,
    };
  } finally {
    await stage.remove();
  }
}

async function playRound({ devices, trust, keepers, clock, happen }: Stage, round: Round): Promise<void> {
  await clock.pass(month);
  for (const device of devices) device.passed += month;
  if (round.night) await happen('backed-up');
  if (round.pairs) await keepers.pairAll(devices);
  await Promise.all(devices.map((device, at) => live(device, round, at)));
  const exchanges = devices.map((device, at) => meet(device, round, at));
  await pause(round.after);
  if (round.clock !== undefined) await clock.set(round.clock);
  await trust.set(round.member);
  const parting = round.parting && devices[round.parting.kiosk];
  if (round.parting && parting) await keepers.part(parting, round.parting.does);
  await happen(round.mishap);
  await Promise.all(exchanges);
}

async function live(device: Device, { turns }: Round, at: number): Promise<void> {
  const turn = turns[at];
  if (!turn) return;
  device.line = turn.line;
  if (turn.clock !== undefined) device.skew = turn.clock;
  for (let n = 0; n < turn.writes; n++) await device.write();
}

/** Talks twice; where its power is cut, in the middle of the first time. */
async function meet(device: Device, { turns }: Round, at: number): Promise<void> {
  const first = device.talk();
  if (turns[at]?.crash) {
    await Promise.race([first, pause(15)]);
    device.crash();
  }
  await first;
  await device.talk();
}

/** All is well: everybody talks until nothing waits and nothing new comes. Answers how long it took (ms). */
async function drain({ devices, trust, keepers }: Stage): Promise<number> {
  await trust.set(true);
  const began = performance.now();
  for (const device of devices) {
    device.line = 'clear';
    await retryAside(device.store); // somebody looked at what was set aside, and the reason is gone
    // It finds out that a server forgot something only when it next pushes.
    if (device.identity.app === 'older') await device.write();
  }
  let [before, quiet] = ['', 0];
  while (quiet < 2 && performance.now() - began < patience) {
    await keepers.pairAll(devices);
    const went = await Promise.all(devices.map((device) => device.talk()));
    const now = JSON.stringify(await Promise.all(devices.map(stateOf)));
    quiet = now === before && went.every(Boolean) ? quiet + 1 : 0;
    before = now;
  }
  return Math.round(performance.now() - began);
}

async function stateOf({ store }: Device): Promise<unknown> {
  const cursors = await store.facts.filter(({ name }) => name.startsWith('cursor:')).toArray();
  return [await store.outbox.count(), await store.events.count(), cursors];
}

async function holdings({
  server: { url },
  world: { superuser },
}: Stage): Promise<Omit<Held, 'silently' | 'forgotten'>> {
  const aside = await list<{ event: string; state: string }>(url, superuser, 'quarantine');
  const held = {
    events: await list<SequencedEvent>(url, superuser, 'events'),
    houses: await list<{ id: string; seq: number }>(url, superuser, 'houses'),
    rows: await list<StoredRow>(url, superuser, 'rows'),
  };
  const text = JSON.stringify([aside, held]);
  return { ...held, text, aside: aside.filter(({ state }) => state !== 'taken') };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
