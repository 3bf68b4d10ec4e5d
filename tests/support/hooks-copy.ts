import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHooks } from '../../tools/hooks.mjs';
import { hooksFolder } from '../../tools/paths.mjs';

/** What differs from the project's hooks: files that stand beside them, and the bundle itself. */
interface Difference {
  files?: Record<string, string>;
  bundle?: (text: string) => string;
}

/** A copy of the project's hooks to look inside or to try what must not be; `remove` it afterwards. */
export async function copyHooks({ files = {}, bundle }: Difference) {
  await ensureHooks();
  const folder = await mkdtemp(join(tmpdir(), 'nhaso-hooks-'));
  await cp(hooksFolder, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  if (bundle) {
    const file = join(folder, 'nhaso.cjs');
    const before = await readFile(file, 'utf8');
    const after = bundle(before);
    if (after === before) throw new Error('the bundle does not hold what was to be changed');
    await writeFile(file, after);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
