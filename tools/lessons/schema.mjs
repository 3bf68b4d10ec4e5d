import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Writes the JSON Schemas of content, the line by which an editor finds them into each file that lacks it, and what
 * the authors' pages say of each kind.
 * @returns {Promise<number>} the exit code
 */
export async function writeSchemas() {
  const { files, jsonSchemas, languages, pages, schemaFolder, schemaLine, withKinds } = await loadChecker();
  await mkdir(join(root, schemaFolder), { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas()))
    await write(`${schemaFolder}/${name}`, JSON.stringify(schema));
  for (const [file, text] of Object.entries(files)) {
    const line = schemaLine(file);
    if (line && !text.startsWith(line)) await write(file, `${line}\n${text}`);
  }
  for (const lang of languages) {
    const page = pages[lang];
    await write(page, withKinds(await readFile(join(root, page), 'utf8'), lang));
  }
  return 0;
}

/**
 * Writes a file as the formatter would have it, and says so where that changes it.
 * @param {string} name from the root of the project
 * @param {string} text
 */
async function write(name, text) {
  const file = join(root, name);
  const before = await readFile(file, 'utf8').catch(() => '');
  const after = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (after === before) return;
  await writeFile(file, after);
  say(`wrote ${name}`);
}
