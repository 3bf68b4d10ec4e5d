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
  const odd = [lesson, app].find((id) => id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  if (odd !== undefined) {
    say(`«${odd}» cannot be an id: write lower case letters, digits and single hyphens, like pay-by-qr.`);
    return 1;
  }
  const { begun, files: content, parseContent, readTemplates } = await loadChecker();
  const known = app === undefined ? undefined : parseContent(content).apps[app]?.value;
  const begins = app !== undefined && !known;
  const files = Object.entries(begun({ lesson, app: known ?? app }, await readTemplates(root)));
  const there = files.filter(([file]) => existsSync(join(root, dirname(file))));
  if (there.length > 0) {
    say(`${dirname(there[0]?.[0] ?? '')} is there already. Choose another id, or go on in that folder.`);
    return 1;
  }
  for (const [file, text] of files) {
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), text);
    say(`wrote ${file}`);
  }
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
