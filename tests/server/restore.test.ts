import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEvent } from '$lib/ledger/event';
import { restoreSteps, type Restore } from '../../tools/backup/restore.mjs';
import { finishSwap } from '../../tools/backup/swap.mjs';
import { root } from '../../tools/paths.mjs';
import { startServer, type Server } from '../support/server';
import { pullAll, push } from './api';
import { Tablet } from './tablet';
import { furnish, type World } from './world';

let parent: string;
let data: string;
let server: Server;
let world: World;
let tablet: Tablet;
let file: string;
const written: LedgerEvent[] = [];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'nhaso-restore-'));
  data = join(parent, 'data');
  server = await startServer({ dataDir: data });
  world = await furnish(server);
  tablet = new Tablet(world.houseA, world.trainer.id);
  await write(6);
  file = (JSON.parse(await server.command('backup')) as { file: string }).file;
  await write(4); // which only the tablet will have
}, 90_000);
afterAll(async () => {
  await server.stop();
  await rm(parent, { recursive: true, force: true });
});

async function write(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => tablet.register(n + 1));
  written.push(...rows);
  await push(world.url, world.trainer.token, tablet.id, rows);
}

/** Runs `npm run operator`'s program to its end. */
async function operator(...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, ['tools/operator.mjs', ...words, '--data', data], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const held = () => pullAll(world.url, world.trainer.token, world.houseA);

describe('npm run operator -- restore', { timeout: 120_000 }, () => {
  it('is refused while the server runs, and changes nothing', async () => {
    const { code, err } = await operator('restore', file);
    expect(code).toBe(1);
    expect(err).toMatch(/Máy chủ còn đang chạy .*\nThe server is still running .* Nothing has changed\./);
    expect((await held()).events).toHaveLength(10);
    expect(await readdir(parent)).toEqual(['data']);
  });

  it('says what is wrong with a file, and changes nothing', async () => {
    await server.kill();
    const broken = join(parent, 'broken.db');
    await writeFile(broken, 'no database');
    expect(await operator('restore', broken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('damaged'),
    });
    expect(await operator('restore', 'nowhere.db')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no file'),
    });
    expect((await operator('restore')).err).toContain('restore <file>');
    await rm(broken);
    expect(await readdir(parent)).toEqual(['data']);
    await server.restart();
    expect((await held()).events).toHaveLength(10);
  });

  it('puts the backup back, keeps the old folder, and a device that pushes again loses and doubles nothing', async () => {
    const before = await held();
    await server.kill();
    const { code, out, err } = await operator('restore', file);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('6 events are back');
    expect(out).toContain('Start the server.');
    expect((await readdir(parent)).filter((name) => name.startsWith('data.before-'))).toHaveLength(1);
    await server.restart();
    const after = await held();
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.events).toEqual(before.events.slice(0, 6));
    const { results } = await push(world.url, world.trainer.token, tablet.id, written);
    expect(results.map(({ status }) => status)).toEqual([
      ...Array<string>(6).fill('dup'),
      ...Array<string>(4).fill('ok'),
    ]);
    expect((await held()).events.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    // The backups are where they were, so that an older one can still be tried.
    expect(await readdir(join(data, 'backups'))).toContain(file);
  });
});

describe('a restore that is cut off', () => {
  /** Lives through the first so many steps; nothing that comes later happens, as when power fails. */
  async function cutOffAfter(steps: number, at: string): Promise<void> {
    const one: Restore = { data: at, file: join(at, 'backups', file), before: `${at}.before`, events: 0 };
    for (const { act } of restoreSteps.slice(0, steps)) await act(one);
  }

  it.each(
    Array.from({ length: restoreSteps.length + 1 }, (_, steps) => [steps, restoreSteps[steps - 1]?.name]),
  )('after %i steps (%s) leaves the old or the new folder, whole', { timeout: 60_000 }, async (steps) => {
    await server.kill();
    const at = join(parent, `cut-${steps}`);
    await cp(data, at, { recursive: true });
    await cutOffAfter(steps, at);
    finishSwap(at); // as whatever is started next does
    expect(existsSync(join(at, 'data.db'))).toBe(true);
    const isNew = steps >= restoreSteps.length - 1;
    const other = await startServer({ dataDir: at });
    try {
      const { events } = await pullAll(other.url, world.trainer.token, world.houseA);
      expect(events).toHaveLength(isNew ? 6 : 10);
    } finally {
      await other.stop();
    }
  });

  it('can be done again', { timeout: 60_000 }, async () => {
    const at = join(parent, 'again');
    await cp(data, at, { recursive: true });
    await cutOffAfter(5, at);
    await cutOffAfter(restoreSteps.length, at);
    expect((await readdir(parent)).filter((name) => name.startsWith('again')).sort()).toEqual([
      'again',
      'again.before',
    ]);
  });

  it('does not let a server begin with an empty folder between the last two steps', async () => {
    await server.kill();
    const at = join(parent, 'between');
    await rename(join(parent, 'cut-0'), `${at}.restored`);
    const other = await startServer({ dataDir: at });
    try {
      expect((await pullAll(other.url, world.trainer.token, world.houseA)).events).toHaveLength(10);
    } finally {
      await other.stop();
    }
  });
});
