import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { ensureHooks, routesIn } from './hooks.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

// `npm run permissions`: prints who may write and read what, and who may use which route; writes docs/permissions.md.

await ensureHooks();
/** @type {{ module: { permissions: (routes: { method: string, path: string }[]) => string, permissionsPage: string } }} */
const { module } = await runnerImport(join(root, 'tests/matrix/page.ts'), {
  root,
  configFile: false,
  resolve: { alias: { $lib: join(root, 'src/lib') } },
});
const file = join(root, module.permissionsPage);
const page = await format(module.permissions(routesIn()), {
  ...(await resolveConfig(file)),
  filepath: file,
});
await writeFile(file, page);
say(page);
