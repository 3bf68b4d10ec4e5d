import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DevicesResponse, PullResponse } from '$lib/sync/protocol';
import { isDue } from '../../pocketbase/hooks/backup/due';
import { unzip } from '../../tools/backup/unzip.mjs';
import { zipOf } from '../support/zip';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, list, update, type World } from './world';

interface Backup {
  id: string;
  file: string;
  state: string;
  why: string;
  events: number;
  began: string;
  finished: string;
  houses: Record<string, number>;
}

let server: Server;
let world: World;
let tablet: Tablet;
let hooks: Awaited<ReturnType<typeof copyHooks>>;

beforeAll(async () => {
  // The project's hooks; where a test asks, they wait before a backup is tried, or spoil it.
  hooks = await copyHooks({
    bundle: (text) =>
      text.replace(
        'function tryCopy(file, marks) {',
        `$&
        const wish = (name) => { try { return toString($os.readFile(__hooks + '/' + name)); } catch { return ''; } };
        sleep(Number(wish('hold')));
        if (wish('spoil') === 'cut') $os.truncate(file, 150000);
        if (wish('spoil') === 'bytes') {
          const bytes = Array.from($os.readFile(file));
          for (let at = 40960; at < 61440; at++) bytes[at] = 90;
          $os.writeFile(file, bytes, 0o644);
        }`,
      ),
  });
  server = await startServer({ hooks: hooks.folder });
  world = await furnish(server);
  tablet = new Tablet(world.houseA, world.trainer.id);
});
afterAll(async () => {
  await server.stop();
  await hooks.remove();
});

const wish = (name: string, value: string) => writeFile(join(hooks.folder, name), value);
const write = (count: number) =>
  push(
    world.url,
    world.trainer.token,
    tablet.id,
    Array.from({ length: count }, (_, n) => tablet.register(n + 1)),
  );
const pulled = async () =>
  (
    await ask<PullResponse>(`${world.url}/api/v1/sync/pull?house=${world.houseA}&since=0`, {
      token: world.trainer.token,
    })
  ).body;
const backupNow = async () => JSON.parse(await server.command('backup')) as Backup;
const noted = () => list<Backup>(world.url, world.superuser, 'backups');
const fileOf = ({ file }: Backup) => join(server.dataDir, 'backups', file);
/** Lets the clock strike, as the server's own does at night. */
async function strike(): Promise<void> {
  const before = (await noted()).length;
  const answer = await ask(`${world.url}/api/crons/nhaso-backup`, { method: 'POST', token: world.superuser });
  expect(answer.status).toBe(204);
  await expect
    .poll(async () => (await noted()).length, { timeout: 20_000, interval: 100 })
    .toBeGreaterThan(before);
}

describe('when a backup is due', () => {
  const at = (text: string) => Date.parse(`${text}:00+07:00`);
  it.each<[why: string, now: string, last: string | null, due: boolean]>([
    ['where there is none yet', '2026-11-27T10:00', null, true],
    ['not by day after a night with one', '2026-11-27T16:00', '2026-11-27T02:00', false],
    ['each night', '2026-11-28T01:17', '2026-11-27T01:17', true],
    ['once a night', '2026-11-28T04:17', '2026-11-28T01:17', false],
    ['by day where a night was missed', '2026-11-28T08:17', '2026-11-27T02:00', true],
    ['not yet before the night', '2026-11-28T00:17', '2026-11-27T02:00', false],
    ['where the last one was made by a clock of the future', '2026-11-27T10:00', '2031-01-01T00:00', true],
  ])('%s', (_why, now, last, due) => expect(isDue(at(now), last === null ? null : at(last))).toBe(due));
});

describe('a server', { timeout: 120_000 }, () => {
  it('backs itself up by the clock, tries the backup, and tells devices how far it holds', async () => {
    await write(5);
    expect((await pulled()).safe).toBe(0);
    await strike();
    const [made] = await noted();
    expect(made).toMatchObject({ state: 'good', why: '', events: 5, houses: { [world.houseA]: 5 } });
    expect((await pulled()).safe).toBe(5);
    expect((await write(2)).safe).toEqual({ [world.houseA]: 5 });
    expect(existsSync(fileOf(made as Backup))).toBe(true);
  });

  it('does not claim for a backup what is pushed while it is made', async () => {
    await wish('hold', '1500');
    const making = backupNow();
    const before = (await pulled()).mark.seq;
    // Whatever waits and whatever goes through while it is made: the mark was taken before.
    const pushes: number[] = [];
    while (!(await Promise.race([making.then(() => true), tick()]))) {
      pushes.push((await write(1)).marks[world.houseA]?.seq ?? 0);
    }
    const made = await making;
    await wish('hold', '');
    expect(made.state).toBe('good');
    expect(Math.max(...pushes)).toBeGreaterThan(before);
    expect(made.houses[world.houseA]).toBeLessThan(Math.max(...pushes));
    expect(made.houses[world.houseA]).toBeLessThanOrEqual(made.events);
    expect((await pulled()).safe).toBe(made.houses[world.houseA]);
  });

  it.each([
    ['cut short', 'cut'],
    ['written over', 'bytes'],
  ])('finds out a backup that was %s, removes it, and relies on the one before', async (_what, how) => {
    const good = await backupNow();
    await write(3);
    await wish('spoil', how);
    const bad = await backupNow();
    await wish('spoil', '');
    expect(bad).toMatchObject({ state: 'bad', why: 'damaged' });
    expect(existsSync(fileOf(bad))).toBe(false);
    expect((await pulled()).safe).toBe(good.houses[world.houseA]);
  });

  it('says where one could not be made at all', async () => {
    const folder = join(server.dataDir, 'backups');
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'no folder');
    expect(await backupNow()).toMatchObject({ state: 'bad', why: 'not-made', size: 0 });
    await rm(folder);
    await rename(`${folder}-away`, folder);
  });

  it('goes on while commands are run beside it, also after a backup of its own', async () => {
    expect((await noted()).length).toBeGreaterThan(1);
    for (let n = 0; n < 2; n++) {
      await Promise.all([backupNow(), server.command('list-houses')]);
      await write(3);
    }
    expect(server.log()).not.toContain('SIGBUS');
  });

  it("refuses PocketBase's own way to make one and to put one back", async () => {
    const answer = await ask(`${world.url}/api/backups`, {
      method: 'POST',
      token: world.superuser,
      body: {},
    });
    expect(answer.status).toBe(400);
    expect(existsSync(join(server.dataDir, 'backups'))).toBe(true);
    await writeFile(join(server.dataDir, 'backups', 'other.zip'), 'PK');
    const restore = `${world.url}/api/backups/other.zip/restore`;
    await ask(restore, { method: 'POST', token: world.superuser });
    await expect.poll(() => server.log(), { timeout: 5000 }).toContain('npm run operator -- restore');
    expect(server.log()).toContain('npm run operator -- backup');
    await write(1);
  });

  it('keeps no file outside its database, which a backup would have to take along', async () => {
    const { body } = await ask<{ items: { name: string; fields: { type: string }[] }[] }>(
      `${world.url}/api/collections?perPage=500`,
      { token: world.superuser },
    );
    expect(body.items.filter(({ fields }) => fields.some(({ type }) => type === 'file'))).toEqual([]);
  });

  it('keeps as many as it was told', async () => {
    await server.command('backups', '2');
    for (let n = 0; n < 2; n++) await backupNow();
    const files = (await noted()).filter(({ state }) => state === 'good');
    expect(files).toHaveLength(2);
    expect(files.map(fileOf).every(existsSync)).toBe(true);
    await expect(server.command('backups', '1')).rejects.toThrow('a whole number from 2 to 365');
  });

  it('does not rely on a backup whose file is gone', async () => {
    const last = await backupNow();
    await write(1);
    const newest = await backupNow();
    await rm(fileOf(newest));
    const listed = JSON.parse(await server.command('backups')) as { list: Backup[] };
    expect(listed.list.map(({ file }) => file)).not.toContain(newest.file);
    expect((await pulled()).safe).toBe(last.houses[world.houseA]);
  });

  it('tells those who look after its devices how old the last good one is', async () => {
    const asked = `${world.url}/api/v1/devices?house=${world.houseA}`;
    const { body } = await ask<DevicesResponse>(asked, { token: world.installer.token });
    const last = (await noted()).filter(({ state }) => state === 'good').at(-1);
    expect(body.backup).toBe(last?.finished);
    for (const { id, state } of await noted())
      if (state === 'good') await update(world.url, world.superuser, 'backups', id, { state: 'untried' });
    expect((await ask<DevicesResponse>(asked, { token: world.installer.token })).body.backup).toBe('');
    expect((await pulled()).safe).toBe(0);
  });
});

describe('a zip file of a data folder', { timeout: 60_000 }, () => {
  const folder = () => join(server.dataDir, 'zip');
  const zipped = async () => {
    await mkdir(folder(), { recursive: true });
    const file = join(folder(), 'whole.zip');
    if (!existsSync(file))
      await writeFile(file, zipOf('data.db', await readFile(join(server.dataDir, 'data.db'))));
    return file;
  };

  it('is unpacked as it was', async () => {
    await unzip(await zipped(), join(folder(), 'unpacked'));
    expect(await readFile(join(folder(), 'unpacked', 'data.db'))).toEqual(
      await readFile(join(server.dataDir, 'data.db')),
    );
  });

  it.each<[what: string, spoil: (bytes: Buffer) => Buffer]>([
    ['that is cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    [
      'of which the middle is missing',
      (bytes) => Buffer.concat([bytes.subarray(0, bytes.length >> 2), bytes.subarray(bytes.length >> 1)]),
    ],
    [
      'with a byte that has turned',
      (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 4 : byte))),
    ],
    ['that is none', () => Buffer.from('no zip at all')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('%s is not taken for a backup', async (_what, spoil) => {
    const file = join(folder(), 'spoilt.zip');
    await writeFile(file, spoil(await readFile(await zipped())));
    await expect(unzip(file, join(folder(), 'spoilt'))).rejects.toThrow();
  });
});

const tick = () => new Promise<false>((resolve) => setImmediate(() => resolve(false)));
