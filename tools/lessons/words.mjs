import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Makes an empty place in the words files of a lesson or app for each text that is missing.
 * @param {string} id
 * @returns {Promise<number>} the exit code
 */
export async function makePlaces(id) {
  const { files, withPlaces } = await loadChecker();
  const places = withPlaces(files, id);
  if (!places) {
    say(`There is no lesson or app ${id}, or its structure cannot be read yet: npm run lessons says why.`);
    return 1;
  }
  for (const [file, text] of Object.entries(places)) {
    if (text === files[file]) say(`nothing is missing in ${file}`);
    else {
      await writeFile(join(root, file), text);
      say(`made places in ${file}: fill in what is empty`);
    }
  }
  return 0;
}
