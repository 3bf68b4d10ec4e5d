import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The last step of a build: its service worker is told what belongs to it. The worker's script is the one file whose
// change a browser looks for, so it must change with every file of the build and with nothing else.

/** @typedef {import('../src/lib/session/builds').Manifest} Manifest */

/** Where the worker's script begins with its manifest; a sealed build can be sealed again after a change. */
const opening = 'self.__build=';

/**
 * Writes into the worker of a build which files make it whole.
 * @param {string} folder
 * @returns {Manifest}
 */
export function sealBuild(folder) {
  const manifest = manifestOf(folder);
  const worker = join(folder, 'service-worker.js');
  const script = readFileSync(worker, 'utf8');
  const bare = script.startsWith(opening) ? script.slice(script.indexOf('\n') + 1) : script;
  writeFileSync(worker, `${opening}${JSON.stringify(manifest)};\n${bare}`);
  return manifest;
}

/**
 * @param {string} folder
 * @returns {Manifest}
 */
function manifestOf(folder) {
  /** @type {Omit<Manifest, 'version'>} */
  const files = { hashed: [], named: {}, later: {} };
  for (const file of filesIn(folder)) {
    const url = file === 'index.html' ? '/' : `/${file}`; // the page that every address falls back to
    if (/^_app\/immutable\/.*\.(js|css)$/.test(file)) files.hashed.push(url);
    // Of the other files only what a screen shows: the text's faces, the tab's picture, and what can be said.
    else if (/^(index\.html|icon\.svg|_app\/.*\.(js|json)|.*\.woff2|audio\/\w+\/index\.txt)$/.test(file))
      files.named[url] = digest(readFileSync(join(folder, file)));
    else if (/^audio\/\w+\/lists\/.*\.json$/.test(file))
      files.later[url] = digest(readFileSync(join(folder, file)));
  }
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { version, ...files };
}

/**
 * The files of a folder and of those in it, as paths from there, in a fixed order.
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesIn(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
        : [entry.name],
    )
    .sort();
}

/**
 * As the `integrity` of a request wants it.
 * @param {Buffer} bytes
 */
function digest(bytes) {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
