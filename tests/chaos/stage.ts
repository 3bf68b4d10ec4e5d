import { randomBytes } from 'node:crypto';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '$lib/ledger/kind';
import { randomOf } from '$lib/lesson/mix';
import { restore } from '../../tools/backup/restore.mjs';
import { startServer, type Server } from '../support/server';
import { furnish, hire, liftLimits, type Staff, type World } from '../server/world';
import { Device, type Identity } from './device';
import { Keepers, Trust } from './keepers';
import type { Mishap } from './script';
import { clockedHooks, type ClockedHooks } from './server-clock';

/** All that a story is played with. */
export interface Stage {
  server: Server;
  clock: ClockedHooks;
  world: World;
  devices: Device[];
  trust: Trust;
  keepers: Keepers;
  /** Lets something happen to the server, which is well again afterwards. */
  happen: (mishap: Mishap) => Promise<void>;
  /** Ends and removes everything. */
  remove: () => Promise<void>;
}

/** Starts a server with two houses and their devices, all paired or signed in; `blind`: all with an app that sees no loss. */
export async function setStage(seed: number, blind: boolean): Promise<Stage> {
  const clock = await clockedHooks();
  const server = await startServer({ hooks: clock.folder });
  const devices: Device[] = [];
  const remove = async () => {
    await Promise.all(devices.map((device) => device.unplug()));
    await server.stop();
    await clock.remove();
  };
  try {
    const world = await furnish(server);
    await liftLimits(world);
    const subjects = new Map([world.houseA, world.houseB].map((house) => [house, newSubjects()]));
    for (const identity of await identities(world)) {
      const about = subjects.get(identity.house) ?? newSubjects();
      const who: Identity = blind ? { ...identity, app: 'blind' } : identity;
      const device = new Device(who, about, randomOf(`${seed} ${identity.name}`));
      devices.push(device);
      await device.plugIn(server.url);
    }
    const keepers = await keepersOf(world);
    if (!(await keepers.pairAll(devices))) throw new Error('a kiosk was not paired');
    let backup = '';
    const happen = async (mishap: Mishap) => {
      if (mishap === 'backed-up') backup = await backUp(server);
      else if (mishap !== 'none') await meetMishap(server, mishap, backup);
    };
    return { server, clock, world, devices, trust: new Trust(world), keepers, happen, remove };
  } catch (problem) {
    await remove();
    throw problem;
  }
}

/**
 * Two kiosks and two tablets of one house, a kiosk and a tablet of another; and a tablet in each with another app than
 * today's.
 */
async function identities(world: World): Promise<Identity[]> {
  const { houseA, houseB, trainer, coordinator, stranger } = world;
  const older = await hire(world, 'older', [[houseA, 'trainer']]);
  const newer = await hire(world, 'newer', [[houseB, 'trainer']]);
  const kiosk = (name: string, house: string): Identity => ({
    ...{ name, house, token: '', role: 'kiosk', author: '' },
  });
  const tablet = (name: string, house: string, { id, token }: Staff, role: Role = 'trainer'): Identity => ({
    ...{ name, house, token, role, author: id },
  });
  return [
    kiosk('kiosk 1 of A', houseA),
    kiosk('kiosk 2 of A', houseA),
    kiosk('kiosk of B', houseB),
    tablet('trainer of A', houseA, trainer),
    tablet('coordinator of A', houseA, coordinator, 'coordinator'),
    tablet('trainer of B', houseB, stranger),
    { ...tablet('older tablet of A', houseA, older), app: 'older' },
    { ...tablet('newer tablet of B', houseB, newer), app: 'newer' },
  ];
}

async function keepersOf(world: World): Promise<Keepers> {
  const { houseA, houseB, installer, url } = world;
  const other = await hire(world, 'installer-b', [[houseB, 'installer']]);
  const tokens: [string, string][] = [
    [houseA, installer.token],
    [houseB, other.token],
  ];
  return new Keepers(url, new Map(tokens));
}

/** A few people and one class, the same for all devices of a house. */
function newSubjects() {
  const id = () => randomBytes(16).toString('hex');
  return { people: Array.from({ length: 8 }, id), session: id() };
}

/** By the operator's command beside the running server; answers the file. */
async function backUp(server: Server): Promise<string> {
  const { file, state } = JSON.parse(await server.command('backup')) as { file: string; state: string };
  if (state !== 'good') throw new Error(`the backup is ${state}`);
  return join(server.dataDir, 'backups', file);
}

async function meetMishap(server: Server, mishap: Mishap, backup: string): Promise<void> {
  const data = server.dataDir;
  await server.kill(mishap === 'stopped' ? 'SIGTERM' : 'SIGKILL');
  if (mishap === 'restored') await rm((await restore(data, backup, new Date())).before, { recursive: true });
  if (mishap === 'restored-silently') {
    for (const name of await readdir(data)) if (name.startsWith('data.db')) await rm(join(data, name));
    await cp(backup, join(data, 'data.db'));
  }
  await server.restart();
}
