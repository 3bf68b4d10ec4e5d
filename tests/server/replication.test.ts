import { spawn, execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startServer } from '../support/server';
import { pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish } from './world';

const litestream = process.env['LITESTREAM_BIN'] ?? '';
const why = litestream === '' ? ' (skipped: LITESTREAM_BIN names no Litestream, see docs/operate.md)' : '';
/** How long people go on writing before the disk is gone (ms). */
const duration = Number(process.env['LITESTREAM_MS'] ?? 10_000);

test.skipIf(why !== '')(
  `a disk that is destroyed under a replicated server costs seconds${why}`,
  { timeout: 120_000 },
  async () => {
    const parent = await mkdtemp(join(tmpdir(), 'nhaso-replica-'));
    const data = join(parent, 'data');
    const replica = join(parent, 'elsewhere');
    const server = await startServer({ dataDir: data });
    const follower = spawn(litestream, ['replicate', join(data, 'data.db'), `file://${replica}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise((resolve) => follower.once('exit', resolve));
    try {
      const world = await furnish(server);
      const tablet = new Tablet(world.houseA, world.trainer.id);
      const acked: { id: string; at: number }[] = [];
      const backup = server.command('backup'); // beside it, as at night: both read the same database
      const began = performance.now();
      while (performance.now() - began < duration) {
        const rows = [tablet.register(1), tablet.register(2)];
        await push(world.url, world.trainer.token, tablet.id, rows);
        for (const { id } of rows) acked.push({ id, at: performance.now() });
      }
      const gone = performance.now();
      follower.kill('SIGKILL');
      await server.kill('SIGKILL');
      await ended;
      expect(JSON.parse(await backup)).toMatchObject({ state: 'good' });
      await rm(data, { recursive: true });

      await mkdir(data);
      await promisify(execFile)(litestream, ['restore', '-o', join(data, 'data.db'), `file://${replica}`]);
      await server.command('restored');
      await server.restart();
      const { events } = await pullAll(world.url, world.trainer.token, world.houseA);
      const held = new Set(events.map(({ id }) => id));
      const lost = acked.filter(({ id }) => !held.has(id));
      const oldest = lost[0] ? (gone - lost[0].at) / 1000 : 0;
      console.log(
        JSON.stringify({ acked: acked.length, lost: lost.length, seconds: Number(oldest.toFixed(2)) }),
      );
      expect(acked.length).toBeGreaterThan(20);
      expect(oldest).toBeLessThan(10);
    } finally {
      follower.kill('SIGKILL');
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    }
  },
);
