import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Begins a lesson, and the app it practises in where that is named and not there yet, out of the templates; nothing
 * that is there is touched.
 * @param {string} lesson
 * @param {string} [app]
 * @returns {Promise<number>} the exit code
 */
export async function begin(lesson, app) {
  if (isOdd(lesson, app)) return 1;
  const { begun, files: content, parseContent, readTemplates } = await loadChecker();
  const known = app === undefined ? undefined : parseContent(content).apps[app]?.value;
  const begins = app !== undefined && !known;
  if (!(await wrote(begun({ lesson, app: known ?? app }, await readTemplates(root))))) return 1;
  say(`
${known ? `It practises in ${known.id}; npm run lessons says whether it holds.` : 'It passes as it stands.'} What next (docs/authors.md has it at length):
  1. npm run dev, and open /learn/${lesson}
  2. change the structure in ${begins ? 'app.yaml and lesson.yaml' : 'lesson.yaml'}; npm run lessons -- --words ${lesson} then makes a place for each text
     in vi.yaml and en.yaml
  3. npm run lessons, which says what no longer holds: file, line, rule, what to do`);
  if (begins)
    say(
      `An app is used by at least one lesson. Once another one practises in ${app}, you may delete content/lessons/${lesson}.`,
    );
  return 0;
}

/**
 * Begins a poster out of the template; nothing that is there is touched.
 * @param {string} id
 * @returns {Promise<number>} the exit code
 */
export async function beginPoster(id) {
  if (isOdd(id)) return 1;
  const { begunPoster, readTemplates } = await loadChecker();
  if (!(await wrote(begunPoster(id, await readTemplates(root))))) return 1;
  say(
    '\nIt passes as it stands. Change its words and its picture; npm run lessons says what no longer holds.',
  );
  return 0;
}

/**
 * Says so where something cannot be an id.
 * @param {(string | undefined)[]} ids
 */
function isOdd(...ids) {
  const odd = ids.find((id) => id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  if (odd === undefined) return false;
  say(`«${odd}» cannot be an id: write lower case letters, digits and single hyphens, like pay-by-qr.`);
  return true;
}

/**
 * Writes new files; where a folder is there already, nothing, and says so.
 * @param {import('../../src/lib/content/parse').Files} begun
 */
async function wrote(begun) {
  const files = Object.entries(begun);
  const there = files.find(([file]) => existsSync(join(root, dirname(file))));
  if (there) {
    say(`${dirname(there[0])} is there already. Choose another id, or go on in that folder.`);
    return false;
  }
  for (const [file, text] of files) {
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), text);
    say(`wrote ${file}`);
  }
  return true;
}
