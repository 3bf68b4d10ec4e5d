import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Begins a lesson, or an app with its first lesson, out of the templates; nothing that is there is touched.
 * @param {'lesson' | 'app'} what
 * @param {string} id
 * @returns {Promise<number>} the exit code
 */
export async function begin(what, id) {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    say(`«${id}» cannot be an id: write lower case letters, digits and single hyphens, like pay-by-qr.`);
    return 1;
  }
  const { begun, readTemplates } = await loadChecker();
  const files = Object.entries(begun(what, id, await readTemplates(root)));
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
  const lesson = what === 'app' ? `${id}-lesson` : id;
  say(`
It passes as it stands. What next (docs/authors.md has it at length):
  1. npm run dev, and open /learn/${lesson}
  2. change the structure in ${what}.yaml, then the words in vi.yaml and en.yaml
  3. npm run lessons, which says what no longer holds: file, line, rule, what to do`);
  return 0;
}
