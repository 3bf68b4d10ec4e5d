import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep, root } from './paths.mjs';

/**
 * A hash over the contents of files and folders of the project, in a fixed order; what is missing counts too.
 * @param {string[]} paths relative to the project's folder
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

/**
 * True where the last run that finished had the same inputs.
 * @param {string} name
 * @param {string} hash
 */
export function isCurrent(name, hash) {
  const file = join(keep, `${name}.stamp`);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/**
 * Notes that a step has finished with these inputs.
 * @param {string} name
 * @param {string} hash
 */
export function stamp(name, hash) {
  mkdirSync(keep, { recursive: true });
  writeFileSync(join(keep, `${name}.stamp`), hash);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) {
    hash.update(`${path}\0missing\0`);
  } else if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  }
}
