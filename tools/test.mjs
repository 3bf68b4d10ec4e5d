import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { isInstalled } from './install.mjs';
import { keep, root } from './paths.mjs';
import { say } from './say.mjs';

// `npm test`: installs what it needs, then proves everything, from the spelling of the code to a day without a
// network. `npm test -- unit browser` runs only the parts named. Ends with `N passed, N failed`.

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} command a program of node_modules/.bin or `node`, and its arguments
 * @property {NodeJS.ProcessEnv} [env] what it is told besides
 * @property {boolean} [beside] needs so little that another may run at the same time
 * @property {(code: number) => Count} count what ran, once it has ended with this code
 */

const reports = join(keep, 'reports');

/** @param {number} code @returns {Count} */
const asOne = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/**
 * A check that says only yes or no.
 * @param {string} name
 * @param {string[]} command
 * @returns {Part}
 */
const check = (name, ...command) => ({ name, command, count: asOne, beside: true });

/**
 * A run of Vitest, counted by its own report; a run that ends badly without a failed test has failed once.
 * @param {string} name
 * @param {string} config
 * @returns {Part}
 */
function vitest(name, config) {
  const file = join(reports, `${name}.json`);
  const command = [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile=${file}`,
  ];
  return {
    name,
    command,
    count: (code) => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests || (code === 0 ? 0 : 1) };
    },
  };
}

/**
 * @param {string} name
 * @param {string} config
 * @returns {Part}
 */
function playwright(name, config) {
  const file = join(reports, `${name}.json`);
  return {
    name,
    command: ['playwright', 'test', '--config', config, '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    count: (code) => {
      const { stats } = JSON.parse(readFileSync(file, 'utf8'));
      const failed = stats.unexpected + stats.flaky; // a test that passed only the second time has failed
      return { passed: stats.expected, failed: failed || (code === 0 ? 0 : 1) };
    },
  };
}

/** @type {Part[]} */
const parts = [
  { ...check('build', 'node', 'tools/build.mjs', '--if-changed'), beside: false },
  check('format', 'prettier', '--check', '--log-level=warn', '.'),
  check('lint', 'eslint', '--max-warnings=0', '.'),
  check('types', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
  check('types of the server', 'tsc', '--project', 'pocketbase/tsconfig.json'),
  check('types of the tools', 'tsc', '--project', 'tools/tsconfig.json'),
  check('dead code', 'knip', '--no-progress'),
  check('lessons', 'node', 'tools/lessons.mjs', '--voices'),
  vitest('unit', 'vitest.config.ts'),
  vitest('server', 'vitest.server.config.ts'),
  vitest('components', 'vitest.components.config.ts'),
  playwright('browser', 'playwright.config.ts'),
  playwright('walk', 'playwright.walk.config.ts'),
];

/**
 * Runs a command to its end. What it prints is shown as it comes, or, where others print at the same time, all at once
 * under its name when it has ended.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [heading]
 * @returns {Promise<number>} the code it ended with
 */
function run([program = '', ...args], env, heading) {
  const path =
    program === 'node' || program === 'npm' ? program : join(root, 'node_modules', '.bin', program);
  return new Promise((resolve, reject) => {
    const out = heading === undefined ? 'inherit' : 'pipe';
    const child = spawn(path, args, { cwd: root, stdio: ['ignore', out, out], env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (heading !== undefined) say([heading, printed.trimEnd()].filter(Boolean).join('\n'));
      resolve(code ?? 1);
    });
  });
}

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? parts : parts.filter(({ name }) => wanted.includes(name));
const began = Date.now();
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];

if (!isInstalled()) {
  say('── installing packages');
  if ((await run(['npm', 'ci', '--no-audit', '--no-fund'], process.env)) !== 0) process.exit(1);
}
const env = {
  ...process.env,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  CHROMIUM: await findChromium(),
  WALK: 'part',
};
mkdirSync(reports, { recursive: true });

/**
 * Runs one part and counts what ran.
 * @param {Part} part
 */
async function prove({ name, command, count, env: own, beside }) {
  if (!beside) say(`── ${name}`);
  const since = Date.now();
  rmSync(join(reports, `${name}.json`), { force: true });
  const code = await run(command, { ...env, ...own }, beside ? `── ${name}` : undefined);
  /** @type {Count} */
  let result = { passed: 0, failed: 1 };
  try {
    result = count(code);
  } catch {
    say(`${name} left no report`); // it counts as failed
  }
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = ((Date.now() - since) / 1000).toFixed(1).padStart(6);
  lines.push(`${seconds} s  ${name}: ${result.passed} passed, ${result.failed} failed`);
}

/**
 * Runs parts in their order, as many at a time.
 * @param {Part[]} some
 * @param {number} atATime
 */
async function proveAll(some, atATime) {
  const left = [...some];
  const next = async () => {
    for (let part = left.shift(); part; part = left.shift()) await prove(part);
  };
  await Promise.all(Array.from({ length: atATime }, next));
}

// Everything else reads what the build writes; the checks need one core each, and the tests both.
const first = chosen.filter(({ name }) => name === 'build');
const beside = chosen.filter((part) => part.beside);
await proveAll(first, 1);
await proveAll(beside, 2);
await proveAll(
  chosen.filter((part) => !first.includes(part) && !part.beside),
  1,
);

if (chosen.length === 0)
  say(`There is no such part. The parts are: ${parts.map(({ name }) => name).join(', ')}`);
say(['', ...lines, `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  in all`, ''].join('\n'));
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
