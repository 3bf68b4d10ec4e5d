import path from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { moduleCode, modulePrefix } from './modules';
import type { Content, Files } from './parse';
import { contentFolders, readFiles } from './read-files';
import { violationTexts, type Violation } from './violation';

/** What the plugin needs of the checker: `prove` of the lesson folder, which this folder may not import. */
interface Prover {
  prove: (files: Files, today: string) => { content: Content; violations: Violation[] };
}

/**
 * Serves content as `virtual:content/…` modules, each lesson and each app its own chunk. Content is proved first:
 * a violation fails the build, and covers the screen in development. `prover` is the path, from the root of
 * the project, of the module in a folder of src/lib that proves.
 */
export function content({ prover }: { prover: string }): Plugin {
  let root = process.cwd();
  let proved: ReturnType<typeof proveAll> | undefined;
  return {
    name: 'nha-so:content',
    configResolved(config) {
      root = config.root;
    },
    async buildStart() {
      if (this.environment.mode === 'build') await (proved ??= proveAll(root, prover));
    },
    resolveId: (id) => (id.startsWith(modulePrefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${modulePrefix}`)) return undefined;
      const all = await (proved ??= proveAll(root, prover));
      return moduleCode(all, id.slice(1)) ?? this.error(`There is no ${id.slice(1)}`);
    },
    hotUpdate({ file }) {
      if (!isContent(root, file)) return undefined;
      proved = undefined;
      for (const [id, module] of this.environment.moduleGraph.idToModuleMap)
        if (id.startsWith(`\0${modulePrefix}`)) this.environment.moduleGraph.invalidateModule(module);
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

function isContent(root: string, file: string): boolean {
  const [top, folder = ''] = path.posix.relative(root, file).split('/');
  return top === 'content' && contentFolders.includes(folder) && file.endsWith('.yaml');
}

async function proveAll(root: string, prover: string): Promise<Content> {
  const file = path.resolve(root, prover);
  const { module } = await runnerImport<Prover>(file, {
    root,
    configFile: false,
    resolve: { alias: { $lib: path.resolve(file, '../..') } },
  });
  const { content: all, violations } = module.prove(
    await readFiles(root),
    new Date().toISOString().slice(0, 10),
  );
  if (violations.length === 0) return all;
  throw new Error(`Content does not hold (npm run lessons):\n${violationTexts(violations).join('\n')}`);
}
