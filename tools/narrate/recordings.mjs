import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

// What people have recorded: content/recordings/<lang>/<string id with : as __>.(wav|m4a|mp3|ogg), or the clip's
// name. Beside it a .yaml says whose voice it is, under what licence, and that they agreed.

/**
 * @typedef {object} Recording
 * @property {string} file
 * @property {string} name the clip it replaces
 * @property {string} voice
 * @property {string} licence
 */

/**
 * The recordings that say a text as it is shown now, by the clip's name; and, as sentences, why others are left out.
 * The first time a recording named by a string id is met, the text it says is written beside it: when that text
 * changes, the recording no longer says it.
 * @param {string} folder
 * @param {Map<string, { text: string, ids: string[] }>} texts
 * @param {boolean} mayWrite
 */
export async function recordings(folder, texts, mayWrite) {
  /** @type {Map<string, Recording>} */
  const found = new Map();
  /** @type {string[]} */
  const left = [];
  const files = existsSync(folder) ? (await readdir(folder)).sort() : [];
  for (const base of files.filter((one) => /\.(wav|m4a|mp3|ogg)$/.test(one))) {
    const told = await readOne(path.join(folder, base), texts, mayWrite);
    if (typeof told === 'string') left.push(`${base}: ${told}`);
    else found.set(told.name, told);
  }
  return { found, left };
}

/**
 * @param {string} file
 * @param {Map<string, { text: string, ids: string[] }>} texts
 * @param {boolean} mayWrite
 * @returns {Promise<Recording | string>}
 */
async function readOne(file, texts, mayWrite) {
  const beside = file.replace(/\.\w+$/, '.yaml');
  const stem = path.basename(beside, '.yaml');
  if (!existsSync(beside)) return `write ${path.basename(beside)} beside it: voice, licence, consent`;
  const note = /** @type {Record<string, unknown>} */ (parse(await readFile(beside, 'utf8')) ?? {});
  const { voice, licence, consent, text } = note;
  if (typeof voice !== 'string' || typeof licence !== 'string' || typeof consent !== 'string')
    return 'its .yaml must say voice, licence and consent';
  const named = texts.get(stem);
  if (named) return { file, name: stem, voice, licence };
  const id = stem.replace('__', ':');
  const shown = [...texts].filter(([, { ids }]) => ids.includes(id));
  const said = typeof text === 'string' ? shown.find(([, one]) => one.text === text) : shown[0];
  if (shown.length === 0) return `no text is shown by ${id}`;
  if (!said) return `the text of ${id} has changed; record it anew, and take «text» out of the .yaml`;
  if (shown.length > 1 && typeof text !== 'string')
    return `${id} is shown with ${shown.length} texts; write the one that was read as «text»`;
  if (typeof text !== 'string' && mayWrite)
    await writeFile(beside, stringify({ ...note, text: said[1].text }));
  return { file, name: said[0], voice, licence };
}
