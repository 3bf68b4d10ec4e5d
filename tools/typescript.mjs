import { join } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';
import { ensureHooks } from './hooks.mjs';
import { root } from './paths.mjs';

/** @typedef {(file: string) => Promise<any>} Load imports a file named from the project's folder */

/**
 * Runs something with the project's TypeScript at hand, outside of Vitest. It stays open meanwhile: the client brings
 * its SDK only when it first speaks to the server.
 * @template Result
 * @param {(load: Load) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withTypescript(act) {
  await ensureHooks(); // which also makes what Vite reads in a fresh clone
  const vite = await createServer({
    ...{ root, configFile: false, appType: 'custom', optimizeDeps: { noDiscovery: true } },
    ...{ server: { middlewareMode: true, hmr: false, watch: null, ws: false } },
    resolve: { alias: { $lib: join(root, 'src/lib') } },
  });
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
  try {
    return await act((file) => runner.import(join(root, file)));
  } finally {
    await runner.close();
    await vite.close();
  }
}
