import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../paths.mjs';

/**
 * Loads the checker, which is TypeScript, and all content.
 * @returns {Promise<typeof import('../../src/lib/lesson/checker') & { files: import('../../src/lib/content/parse').Files }>}
 */
export async function loadChecker() {
  // tsconfig.json builds on what SvelteKit writes; in a fresh clone it has not yet written it.
  if (!existsSync(join(root, '.svelte-kit/tsconfig.json')))
    execFileSync(join(root, 'node_modules/.bin/svelte-kit'), ['sync'], { cwd: root, stdio: 'ignore' });
  const lib = join(root, 'src/lib');
  const options = { root, configFile: /** @type {const} */ (false), resolve: { alias: { $lib: lib } } };
  /** @type {{ module: typeof import('../../src/lib/lesson/checker') }} */
  const { module } = await runnerImport(join(lib, 'lesson/checker.ts'), options);
  return { ...module, files: await module.readFiles(root) };
}
