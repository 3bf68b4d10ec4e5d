import { existsSync } from 'node:fs';
import { cp, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runPocketbase } from '../pocketbase.mjs';
import { processesUsing } from './in-use.mjs';
import { openCopy } from './open-copy.mjs';
import { restoredAt, unpackedAt } from './swap.mjs';

/**
 * @typedef {object} Restore
 * @property {string} data the data folder
 * @property {string} file the backup
 * @property {string} before where the folder that is there now will stand
 * @property {number} events how many events the backup holds, once it has been looked through
 */

/** @typedef {'running' | 'unreadable' | 'damaged' | 'short' | 'no-file' | 'mounted'} Reason */

/** Why a backup is not restored; nothing has changed then. */
export class NotRestored extends Error {
  /** @param {Reason} why @param {string} detail */
  constructor(why, detail) {
    super(detail);
    this.why = why;
  }
}

/**
 * The steps of a restore, in their order. Wherever one is cut off, the data folder is the old one, whole, or the new one,
 * whole, once the next start has called `finishSwap`.
 * @type {readonly { name: string, act: (restore: Restore) => Promise<void> }[]}
 */
export const restoreSteps = [
  { name: 'look whether the server is stopped', act: lookWhetherStopped },
  {
    name: 'unpack beside and look through',
    act: async (restore) => {
      if (!existsSync(restore.file)) throw new NotRestored('no-file', restore.file);
      const { why, events, detail } = await openCopy(restore.file, unpackedAt(restore.data));
      if (why === 'unreadable' || why === 'damaged' || why === 'short') throw new NotRestored(why, detail);
      restore.events = events;
    },
  },
  {
    name: 'begin a new life of the ledger',
    act: async ({ data }) => {
      await runPocketbase(['restored'], { data: unpackedAt(data) });
    },
  },
  { name: 'take the backups along', act: ({ data }) => bringBackups(data, unpackedAt(data)) },
  { name: 'bring it to the disk', act: ({ data }) => toDisk(unpackedAt(data)) },
  {
    name: 'call it whole',
    act: async ({ data }) => {
      await rm(restoredAt(data), { recursive: true, force: true });
      await rename(unpackedAt(data), restoredAt(data));
    },
  },
  { name: 'look once more whether the server is stopped', act: lookWhetherStopped },
  {
    name: 'move the old folder aside',
    act: async ({ data, before }) => {
      if (existsSync(data)) await rename(data, before).catch(refuseMounted);
    },
  },
  {
    name: 'put the new one in its place',
    act: async ({ data }) => {
      await rename(restoredAt(data), data);
      await syncFolder(dirname(data));
    },
  },
];

/**
 * Puts a backup in the place of the data folder. Throws `NotRestored` where it does not.
 * @param {string} data
 * @param {string} file
 * @param {Date} now
 * @returns {Promise<Restore>}
 */
export async function restore(data, file, now) {
  const stamp = now
    .toISOString()
    .replace(/[^0-9]/g, '')
    .slice(0, 14);
  /** @type {Restore} */
  const one = { data, file, before: `${data}.before-${stamp}`, events: 0 };
  try {
    for (const { act } of restoreSteps) await act(one);
  } catch (problem) {
    if (problem instanceof NotRestored && existsSync(data)) {
      for (const folder of [unpackedAt(data), restoredAt(data)])
        await rm(folder, { recursive: true, force: true });
    }
    throw problem;
  }
  return one;
}

/** @param {Restore} restore */
async function lookWhetherStopped({ data }) {
  if (!existsSync(data)) return;
  const running = await processesUsing(data);
  if (running.length > 0) throw new NotRestored('running', running.join(', '));
}

/**
 * Other backups stay where they are looked for; as second names of the same files, which costs nothing.
 * @param {string} from
 * @param {string} to
 */
async function bringBackups(from, to) {
  const folder = join(from, 'backups');
  if (!existsSync(folder)) return;
  await mkdir(join(to, 'backups'), { recursive: true });
  for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile())) {
    const [there, here] = [join(folder, name), join(to, 'backups', name)];
    await link(there, here).catch(() => cp(there, here));
  }
}

/** @param {string} folder */
async function toDisk(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isDirectory()) await syncFolder(path);
  }
  await syncFolder(folder);
}

/** @param {string} path */
async function syncFolder(path) {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}

/** @param {unknown} problem */
function refuseMounted(problem) {
  throw new NotRestored('mounted', String(problem));
}
