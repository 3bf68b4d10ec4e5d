import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { hashOf, isCurrent, stamp } from './stamp.mjs';

// `npm run build`: the web app into build/, the server's hooks into pocketbase/pb_hooks/. Run with
// `--if-changed` it leaves alone what was built from the same inputs.

const inputs = [
  ...['src', 'content', 'static', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'],
  ...['package.json', 'package-lock.json', 'tools/build.mjs'],
];

/**
 * True where the web app and its inputs are as the last build left them.
 * @param {string} hash
 */
const isBuilt = (hash) => isCurrent('app', hash) && existsSync(join(root, 'build', 'index.html'));

/** @param {{ ifChanged: boolean }} options */
async function build({ ifChanged }) {
  const { ensureHooks } = await import('./hooks.mjs');
  const hooks = await ensureHooks();
  const hash = hashOf(inputs);
  const app = !(ifChanged && isBuilt(hash));
  if (app) {
    process.chdir(root); // SvelteKit looks for its configuration where it is run
    const vite = await import('vite');
    await vite.build({ logLevel: 'warn' });
    stamp('app', hash);
  }
  return { app, hooks };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = Date.now();
  try {
    const built = await build({ ifChanged: process.argv.includes('--if-changed') });
    const parts = [
      ...(built.app ? ['the web app (build/)'] : []),
      ...(built.hooks ? ['the server hooks'] : []),
    ];
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(parts.length > 0 ? `Built ${parts.join(' and ')} in ${seconds} s` : 'Nothing has changed');
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : String(problem)); // the stack is the bundler's own
    process.exitCode = 1;
  }
}
