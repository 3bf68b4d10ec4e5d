import { randomOf } from '$lib/lesson/mix';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, push } from '../server/api';
import { Tablet } from '../server/tablet';
import { furnish, liftLimits, pairKiosk, update, type World } from '../server/world';
import { BlockDisk } from './block-disk';

/** What power cuts left of what had been acknowledged. */
export interface PowerOutcome {
  what: string;
  cuts: number;
  /** What somebody was told is kept. */
  acked: number;
  /** How much of it was not there after a cut. */
  lost: number;
}

const megabytes = 256;
const batch = 20;
const tablets = 3;

/**
 * Pushes without pause into a server on a disk of its own, cuts the power again and again at moments of the seed, starts
 * another server on what was left, and looks for every event that had been acknowledged. `control` leaves SQLite as
 * PocketBase opens it, which must lose some: else the method would see nothing.
 */
export async function cutServer(seed: number, cuts: number, control = false): Promise<PowerOutcome> {
  const hooks = control
    ? await copyHooks({ bundle: (text) => text.replaceAll('synchronous=FULL', 'synchronous=NORMAL') })
    : null;
  const found = await onDisk(hooks?.folder, async (disk, server) => {
    const world = await furnish(server);
    await liftLimits(world);
    await disk.sync(); // even the control must not lose the accounts by which is looked
    const acked = new Set<string>();
    const lost = new Set<string>();
    const random = randomOf(`power ${seed}`);
    let over = false;
    const pushing = Array.from({ length: tablets }, async () => {
      const tablet = new Tablet(world.houseA, world.trainer.id);
      while (!over) {
        const rows = Array.from({ length: batch }, (_, n) => tablet.register(n + 1));
        const { results } = await push(world.url, world.trainer.token, tablet.id, rows);
        for (const { id, status } of results) if (status === 'ok') acked.add(id);
      }
    });
    try {
      for (let n = 0; n < cuts; n++) {
        await Promise.race([pause(200 + random() * 1000), ...pushing]);
        const told = [...acked];
        const left = await afterCut(disk, server, hooks?.folder, (url) => eventsAt(url, world));
        for (const id of told) if (!left.has(id)) lost.add(id);
      }
    } finally {
      over = true;
      await Promise.allSettled(pushing);
    }
    await Promise.all(pushing);
    return { acked: acked.size, lost: lost.size };
  }).finally(() => hooks?.remove());
  return { what: `events, synchronous ${control ? 'NORMAL (control)' : 'FULL'}`, cuts, ...found };
}

/**
 * Pairs a kiosk and cuts the power at once, then revokes it and cuts the power at once, each time on a server that has
 * just started: the token must be good after the first cut, and void after the second.
 */
export async function cutPairing(cuts: number): Promise<PowerOutcome> {
  const found = await onDisk(undefined, async (disk, server) => {
    const world = await furnish(server);
    await liftLimits(world);
    let lost = 0;
    for (let n = 0; n < cuts; n++) {
      const { id, token } = await pairKiosk(world.url, world.installer.token, world.houseA);
      const code = async (url: string) => {
        const { status, body } = await ask(`${url}/api/v1/sync/pull`, { token });
        return status === 200 ? 'ok' : body.error.code;
      };
      if ((await afterCut(disk, server, undefined, code)) !== 'ok') lost += 1;
      await server.restart(); // a connection that nobody has set to write through
      await update(world.url, world.superuser, 'devices', id, { revoked: true });
      if ((await afterCut(disk, server, undefined, code)) !== 'revoked') lost += 1;
      await server.restart();
    }
    return { acked: 2 * cuts, lost };
  });
  return { what: 'pairings and revocations', cuts: 2 * cuts, ...found };
}

async function onDisk<Found>(
  hooks: string | undefined,
  act: (disk: BlockDisk, server: Server) => Promise<Found>,
): Promise<Found> {
  const disk = await BlockDisk.make(megabytes);
  try {
    const server = await startServer({ dataDir: `${disk.folder}/data`, hooks });
    try {
      return await act(disk, server);
    } finally {
      await server.kill('SIGKILL');
    }
  } finally {
    await disk.remove();
  }
}

/** Cuts the power while the server stands still in the middle of what it does, and looks at another one on the rest. */
async function afterCut<Seen>(
  disk: BlockDisk,
  server: Server,
  hooks: string | undefined,
  look: (url: string) => Promise<Seen>,
): Promise<Seen> {
  server.signal('SIGSTOP');
  const copy = await disk.cut().finally(() => server.signal('SIGCONT'));
  try {
    const heir = await startServer({ dataDir: `${copy.folder}/data`, hooks });
    try {
      return await look(heir.url);
    } finally {
      await heir.kill('SIGKILL');
    }
  } finally {
    await copy.remove();
  }
}

/** The ids of all events of the house; throws where their numbers have a gap. */
async function eventsAt(url: string, { coordinator, houseA }: World): Promise<Set<string>> {
  const { events } = await pullAll(url, coordinator.token, houseA);
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) throw new Error(`after a cut number ${gap + 1} of the house is missing`);
  return new Set(events.map(({ id }) => id));
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
