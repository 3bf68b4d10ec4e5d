import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { help, readFlags } from './flags.mjs';
import { isInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { greeting } from './greeting.mjs';
import { runPocketbase, startPocketbase, untilWell } from './pocketbase.mjs';
import { say } from './say.mjs';

// `npm start`: from a fresh clone to a running house. Needs Node and nothing else.

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stopping = false;

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
  stopping = true;
  for (const child of running) child.kill(signal);
  if (running.size === 0) process.exit(0);
}
process.on('SIGINT', () => stopAll('SIGTERM'));
process.on('SIGTERM', () => stopAll('SIGTERM'));

/**
 * Does one step and says how long it took.
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result>} act
 */
async function step(what, act) {
  const began = Date.now();
  process.stdout.write(`${what} … `);
  const result = await act();
  say(`${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a program to its end; what it printed is shown only where it fails.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(said);
      else reject(new Error(`${said}\n${program} ${args.join(' ')} ended with ${code ?? 'a signal'}.`));
    });
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ problem) => {
      const why =
        problem.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${problem.code})`;
      reject(new Error(`Port ${port} on ${host} ${why}. Choose another: npm start -- --port ${port + 1}`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function start() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Node ${process.versions.node} is too old: Nhà Số needs 20.19 or newer (https://nodejs.org).`,
    );
  }
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return say(help);
  const host = flags.host.replace(/^\[|\]$/g, '');
  await isFree(flags.port, host);

  if (!isInstalled()) await step('Installing packages', () => run('npm', ['ci', '--no-audit', '--no-fund']));
  await step('Building what has changed', () => run(process.execPath, ['tools/build.mjs', '--if-changed']));
  const report = await step('Preparing the data', async () => {
    const where = { data: flags.data };
    if (!flags.demo) await runPocketbase(['migrate', 'up'], where);
    return flags.demo ? JSON.parse(await runPocketbase(['demo'], where)) : null;
  });
  const code = report
    ? JSON.parse(await runPocketbase(['pair-code', report.houses[0].id, '1440'], { data: flags.data }))
    : null;

  const address = host.includes(':') ? `[${host}]` : host;
  const url = `http://${address}:${flags.port}`;
  const server = startPocketbase(['serve', `--http=${address}:${flags.port}`], { data: flags.data });
  running.add(server);
  await step('Starting the server', () => untilWell(server, url)).catch((problem) => {
    if (flags.demo) throw problem;
    throw new Error(
      `${problem.message}\nFor a folder without a demo: npm start -- --no-demo --data <folder>`,
    );
  });
  server.stdout.resume();
  server.stderr.pipe(process.stderr);
  server.on('close', (ended) => {
    if (!stopping) console.error(`The server has ended (${ended ?? 'by a signal'}).`);
    process.exit(stopping ? 0 : 1);
  });
  say(greeting(url, report, code));
}

try {
  await start();
} catch (problem) {
  if (stopping) process.exit(0);
  console.error(`\n${problem instanceof Error ? problem.message : String(problem)}`);
  for (const child of running) child.kill('SIGTERM');
  process.exitCode = 1;
}
