import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Makes an empty place in the words files of a lesson or app for each text that is missing, and takes out those that
 * nothing shows; what is taken out is printed, so that no work is lost.
 * @param {string} id
 * @returns {Promise<number>} the exit code
 */
export async function makePlaces(id) {
  const { files, filled } = await loadChecker();
  const all = filled(files, id);
  if (!all) {
    say(`There is no lesson or app ${id}, or a file of it cannot be read yet: npm run lessons says why.`);
    return 1;
  }
  for (const [file, { text, made, taken }] of Object.entries(all)) {
    const out = Object.entries(taken);
    if (text !== files[file]) await writeFile(join(root, file), text);
    if (made.length > 0) say(`${file}: made ${made.length} places; fill in what is empty`);
    if (out.length > 0) say(`${file}: took out what nothing shows:`);
    for (const [key, words] of out) say(`    ${key}: ${words}`);
    if (made.length + out.length === 0) say(`${file}: every text has its place, and none is left over`);
  }
  return 0;
}
