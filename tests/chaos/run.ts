import { cp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { retryAside } from '$lib/ledger/custody';
import { randomOf } from '$lib/lesson/mix';
import { startServer, type Server } from '../support/server';
import { create, furnish, hire, liftLimits, list, pairKiosk, remove, type World } from '../server/world';
import { Device, type Identity } from './device';
import { judge, type Findings, type Held, type Stored } from './judge';
import { scriptOf, type Mishap, type Round } from './script';

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
  /** What happened, and what was found, for whoever looks into it. */
  story: string[];
}

/** Nothing may wait longer than this once all is well (ms). */
const patience = 60_000;

/** Plays the story of a seed with a real server and real clients, heals everything, and judges what is left. */
export async function play(seed: number, rounds = 10): Promise<Outcome> {
  const server = await startServer();
  const backup = `${server.dataDir}-backup`;
  const story: string[] = [];
  const devices: Device[] = [];
  try {
    const world = await furnish(server);
    await liftLimits(world);
    const trust = new Trust(world);
    for (const identity of await identities(world)) {
      const device = new Device(identity, subjectsOf(identity.house), randomOf(`${seed} ${identity.name}`));
      devices.push(device);
      await device.plugIn(server.url);
    }
    for (const [n, round] of scriptOf(seed, devices.length, rounds).entries()) {
      story.push(`round ${n + 1}: ${tell(round, devices)}`);
      await trust.set(round.member);
      await Promise.all(devices.map((device, at) => live(device, round, at)));
      await pause(round.after);
      const exchanges = devices.map((device, at) => meet(device, round, at));
      await happen(server, round.mishap, backup);
      await Promise.all(exchanges);
    }
    await trust.set(true);
    const drainMs = await drain(devices);
    const found = await judge(devices, await holdings(server, world));
    for (const [what, all] of Object.entries(found) as [keyof Findings, string[]][])
      story.push(...all.map((one) => `${what}: ${one}`));
    return {
      seed,
      acked: devices.reduce((sum, { acked }) => sum + acked.length, 0),
      lost: found.lost.length,
      duplicated: found.duplicated.length,
      leaked: found.leaked.length,
      gaps: found.gaps.length,
      drainMs,
      story,
    };
  } finally {
    await Promise.all(devices.map((device) => device.unplug()));
    await server.stop();
    await rm(backup, { recursive: true, force: true });
  }
}

/** Two kiosks and two tablets of one house, a kiosk and a tablet of another. */
async function identities(world: World): Promise<Identity[]> {
  const { houseA, houseB, trainer, coordinator, stranger, kiosk, installer, url } = world;
  const second = await pairKiosk(url, installer.token, houseA);
  const other = await hire(world, 'installer-b', [[houseB, 'installer']]);
  const third = await pairKiosk(url, other.token, houseB);
  const stand = (name: string, house: string, { id, token }: { id: string; token: string }): Identity => ({
    ...{ name, house, token, device: id },
    ...{ role: 'kiosk', author: '' },
  });
  return [
    stand('kiosk 1 of A', houseA, kiosk),
    stand('kiosk 2 of A', houseA, second),
    stand('kiosk of B', houseB, third),
    { name: 'trainer of A', house: houseA, token: trainer.token, role: 'trainer', author: trainer.id },
    {
      ...{ name: 'coordinator of A', house: houseA, token: coordinator.token },
      ...{ role: 'coordinator', author: coordinator.id },
    },
    { name: 'trainer of B', house: houseB, token: stranger.token, role: 'trainer', author: stranger.id },
  ];
}

const subjects = new Map<string, { people: string[]; session: string }>();

/** The same few people and one class for all devices of a house. */
function subjectsOf(house: string) {
  const id = () => randomBytes(16).toString('hex');
  const known = subjects.get(house) ?? { people: Array.from({ length: 8 }, id), session: id() };
  subjects.set(house, known);
  return known;
}

/** The trainer's membership of the house, which comes and goes. */
class Trust {
  constructor(private readonly world: World) {}

  async set(wanted: boolean): Promise<void> {
    const { url, superuser, trainer, houseA } = this.world;
    // A restored backup brings back what had ended, so the server is asked.
    const now = await list<{ id: string }>(url, superuser, 'memberships', `staff = '${trainer.id}'`);
    if (wanted && now.length === 0)
      await create(url, superuser, 'memberships', { staff: trainer.id, house: houseA, role: 'trainer' });
    if (!wanted) for (const { id } of now) await remove(url, superuser, 'memberships', id);
  }
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

async function happen(server: Server, mishap: Mishap, backup: string): Promise<void> {
  if (mishap === 'none') return;
  await server.kill(mishap === 'stopped' || mishap === 'backed-up' ? 'SIGTERM' : 'SIGKILL');
  if (mishap === 'backed-up') {
    await rm(backup, { recursive: true, force: true });
    await cp(server.dataDir, backup, { recursive: true });
  }
  if (mishap.startsWith('restored')) {
    await rm(server.dataDir, { recursive: true, force: true });
    await cp(backup, server.dataDir, { recursive: true });
    if (mishap === 'restored') await server.command('restored');
  }
  await server.restart();
}

/** All is well: everybody talks until nothing waits and nothing new comes. Answers how long it took (ms). */
async function drain(devices: readonly Device[]): Promise<number> {
  const began = performance.now();
  for (const device of devices) {
    device.line = 'clear';
    await retryAside(device.store); // somebody looked at what was set aside, and the reason is gone
  }
  let [before, quiet] = ['', 0];
  while (quiet < 2 && performance.now() - began < patience) {
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

async function holdings({ url }: Server, { superuser }: World): Promise<Held> {
  return {
    events: await list<Stored>(url, superuser, 'events'),
    aside: await list<{ event: string }>(url, superuser, 'quarantine'),
    houses: await list<{ id: string; seq: number }>(url, superuser, 'houses'),
  };
}

function tell({ turns, mishap, after, member }: Round, devices: readonly Device[]): string {
  const each = devices.map(({ identity }, at) => {
    const { writes, line, crash, clock } = turns[at] ?? {};
    const years = clock === undefined ? '' : `, clock ${(clock / 31_536_000_000).toFixed(1)} years`;
    return `${identity.name} writes ${writes} on a ${line} line${crash ? ', loses power' : ''}${years}`;
  });
  return [`server ${mishap} after ${after} ms`, ...(member ? [] : ['trainer of A is out']), ...each].join(
    '; ',
  );
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
