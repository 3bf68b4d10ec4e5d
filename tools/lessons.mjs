// Proves all content: `npm run lessons`, or `npm run lessons -- --json` for one report a lesson and app.
// `npm run lessons -- --mutations` proves the checker: good content is broken in every known way.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const lib = path.join(root, 'src/lib');

/**
 * @template Module
 * @param {string} file below src/lib
 * @returns {Promise<Module>}
 */
async function load(file) {
  const options = { root, configFile: /** @type {const} */ (false), resolve: { alias: { $lib: lib } } };
  return /** @type {{ module: Module }} */ (await runnerImport(path.join(lib, file), options)).module;
}

/** @type {typeof import('../src/lib/content/read-files')} */
const { readFiles } = await load('content/read-files.ts');
/** @type {typeof import('../src/lib/content/violation')} */
const { violationText } = await load('content/violation.ts');
/** @type {typeof import('../src/lib/lesson/prove')} */
const { prove } = await load('lesson/prove.ts');

const today = new Date().toISOString().slice(0, 10);
if (process.argv.includes('--mutations')) process.exit(await mutate());

const { lessons, apps, violations, due } = prove(await readFiles(root), today);
const proofs = [...lessons, ...apps];
const good = proofs.filter((proof) => proof.violations.length === 0).length;
// Violations in files that belong to no lesson or app that could be read count as one failure a file.
const owned = new Set(proofs.flatMap((proof) => proof.violations));
const bad =
  proofs.length - good + new Set(violations.filter((one) => !owned.has(one)).map(({ file }) => file)).size;

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ lessons, apps, violations, due }, null, 2)}\n`);
} else {
  for (const { id, version, counts } of proofs)
    process.stdout.write(
      `${id} v${version}  ${Object.entries(counts)
        .flatMap(([name, count]) => (typeof count === 'number' ? [`${name} ${count}`] : []))
        .join(' · ')}\n`,
    );
  for (const one of due)
    process.stdout.write(`${one.file}:${one.line}  to review since ${one.review}: ${one.id}\n`);
  for (const one of violations) process.stdout.write(`${violationText(one)}\n`);
  process.stdout.write(`${good} passed, ${bad} failed\n`);
}
process.exitCode = violations.length > 0 ? 1 : 0;

/** @returns {Promise<number>} the exit code */
async function mutate() {
  /** @type {typeof import('../src/lib/lesson/mutations')} */
  const { mutations } = await load('lesson/mutations.ts');
  const count = { caught: 0, missed: 0 };
  for (const { area, what, rule, caught } of mutations(await readFiles(root), today)) {
    count[caught ? 'caught' : 'missed'] += 1;
    process.stdout.write(
      `${caught ? 'caught' : 'MISSED'}  ${area.padEnd(8)} ${what}  →  ${rule}${caught ? `  (${caught.file}:${caught.line})` : ''}\n`,
    );
  }
  process.stdout.write(`${count.caught} breakages caught, ${count.missed} missed\n`);
  return count.missed > 0 ? 1 : 0;
}
