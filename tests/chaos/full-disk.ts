import { randomBytes } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../support/server';
import { ask, pullAll } from '../server/api';
import { Tablet } from '../server/tablet';
import { furnish, liftLimits, type World } from '../server/world';
import type { ErrorResponse, PushResponse } from '$lib/sync/protocol';
import { BlockDisk } from './block-disk';
import { Device } from './device';

/** What a disk that ran full did to a server and to the tablet that writes to it. */
export interface FullOutcome {
  what: string;
  acked: number;
  lost: number;
  /** What pushes were refused with while the disk was full, each once. */
  refusals: string[];
  /** Events of the tablet that were set aside as if they were at fault. */
  blamed: number;
  /** Events of the tablet that still waited when there was room again. */
  waiting: number;
}

/**
 * Lets a server's disk run full while pushes come in, makes room, and looks for every event that had been acknowledged,
 * before and after a restart. A tablet with the app's own client goes on trying all the while.
 */
export async function fillDisk(): Promise<FullOutcome> {
  const disk = await BlockDisk.make(32);
  const ballast = join(disk.folder, 'ballast');
  try {
    const server = await startServer({ dataDir: join(disk.folder, 'data') });
    const world = await furnish(server);
    await liftLimits(world);
    const device = tabletOf(world);
    try {
      await device.plugIn(server.url);
      const raw = new Tablet(world.houseA, world.coordinator.id);
      const acked: string[] = [];
      await pushOnce(world, raw, acked);
      await fill(ballast);

      const refusals = new Set<string>();
      for (let n = 0; n < 12; n++) {
        const refused = await pushOnce(world, raw, acked);
        if (refused) refusals.add(refused);
        await device.write();
        await device.talk();
      }

      await rm(ballast);
      for (let n = 0; n < 5; n++) await pushOnce(world, raw, acked);
      await device.talk();
      const waiting = await device.store.outbox.count();
      const blamed = await device.store.events.where('sent').anyOf('stuck', 'refused').count();
      const lost = new Set<string>();
      const look = async () => {
        const { events } = await pullAll(world.url, world.coordinator.token, world.houseA);
        const there = new Set(events.map(({ id }) => id));
        for (const id of [...acked, ...device.acked]) if (!there.has(id)) lost.add(id);
      };
      await look();
      await server.kill('SIGKILL');
      await server.restart();
      await look();
      const all = acked.length + device.acked.length;
      return { what: 'full disk', acked: all, lost: lost.size, refusals: [...refusals], blamed, waiting };
    } finally {
      await device.unplug();
      await server.kill('SIGKILL');
    }
  } finally {
    await disk.remove();
  }
}

function tabletOf({ houseA, trainer }: World): Device {
  const ids = () => randomBytes(16).toString('hex');
  const people = Array.from({ length: 8 }, ids);
  return new Device(
    { name: 'tablet', house: houseA, token: trainer.token, role: 'trainer', author: trainer.id },
    { people, session: ids() },
    Math.random,
  );
}

/** Pushes twenty rows; answers the code they were refused with, or '' and notes those that were taken. */
async function pushOnce(world: World, tablet: Tablet, acked: string[]): Promise<string> {
  const rows = Array.from({ length: 20 }, (_, n) => tablet.register(n + 1));
  const { status, body } = await ask<PushResponse & ErrorResponse>(`${world.url}/api/v1/sync/push`, {
    token: world.coordinator.token,
    body: { client: tablet.id, sentAt: new Date().toISOString(), rows },
    patience: 20_000,
  });
  if (status !== 200) return `${status} ${body.error.code}`;
  for (const result of body.results) if (result.status === 'ok') acked.push(result.id);
  return '';
}

/** Writes until there is no room left, down to the last few bytes. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const size of [1_000_000, 10_000, 100]) await writeUntilFull(handle, Buffer.alloc(size));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeUntilFull(handle: FileHandle, part: Buffer): Promise<void> {
  for (;;) {
    try {
      await handle.write(part);
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC') return;
      throw problem;
    }
  }
}
