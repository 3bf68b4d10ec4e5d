import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runPocketbase } from '../pocketbase.mjs';
import { unzip } from './unzip.mjs';

/** @typedef {{ why: string, events: number }} Tried what was found in a copy; `why` is '' where it is whole */

/**
 * Puts a backup into a new folder and looks through it by the server's own program, which brings it up to date. A backup is
 * a copy of the database, or a zip file of a whole data folder, as PocketBase's dashboard makes elsewhere.
 * @param {string} file
 * @param {string} folder
 * @param {string} [marks] the places of houses that it has to hold, as JSON
 * @returns {Promise<Tried & { detail: string }>}
 */
export async function openCopy(file, folder, marks = '{}') {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    if (file.endsWith('.zip')) await unzip(file, folder);
    else await copyFile(file, join(folder, 'data.db'));
  } catch (problem) {
    return { why: 'unreadable', events: 0, detail: String(problem) };
  }
  try {
    return { ...JSON.parse(await runPocketbase(['try-copy', '--', marks], { data: folder })), detail: '' };
  } catch (problem) {
    return { why: 'damaged', events: 0, detail: String(problem) };
  }
}
