import { readdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The processes that have the database of a data folder open, by their numbers. Linux tells it in /proc, of one's own
 * processes and to root of all; throws where it cannot be told.
 * @param {string} data
 * @returns {Promise<number[]>}
 */
export async function processesUsing(data) {
  const database = join(await realpath(data), 'data.db');
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const open = await Promise.all(
    all.map(async (process) => {
      const files = await readdir(`/proc/${process}/fd`).catch(() => []);
      const paths = await Promise.all(
        files.map((file) => readlink(`/proc/${process}/fd/${file}`).catch(() => '')),
      );
      return paths.includes(database) ? [Number(process)] : [];
    }),
  );
  return open.flat();
}
