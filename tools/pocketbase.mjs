import { spawn } from 'node:child_process';
import { finishSwap } from './backup/swap.mjs';
import { commonFlags, findBinary } from './binary.mjs';
import { hooksFolder, migrationsFolder, publicFolder, tryCopyProgram } from './paths.mjs';

/**
 * @typedef {object} Where
 * @property {string} data the data folder
 * @property {string} [hooks] other hooks than the project's
 * @property {string} [site] the folder of the web app, where it is not the build's
 */

/**
 * Starts PocketBase with the project's hooks and migrations.
 * @param {string[]} args a command and its flags
 * @param {Where} where
 */
export function startPocketbase(args, { data, hooks = hooksFolder, site = publicFolder }) {
  finishSwap(data);
  const flags = commonFlags({ data, hooks, migrations: migrationsFolder });
  return spawn(findBinary(), [...flags, ...args], {
    env: {
      ...process.env,
      NHASO_PUBLIC: site,
      NHASO_NODE: process.execPath, // the server tries its backups with it
      NHASO_TRY_COPY: tryCopyProgram,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Runs one command to its end; answers what it printed, throws with what it complained about.
 * @param {string[]} args
 * @param {Where} where
 * @returns {Promise<string>}
 */
export function runPocketbase(args, where) {
  return new Promise((resolve, reject) => {
    const child = startPocketbase(args, where);
    let said = '';
    let complained = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (complained += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(withoutClock(complained).trim() || `pocketbase ${args[0]} ended with ${code}`));
    });
  });
}

/**
 * Waits until a server that was just started answers; throws with what it said where it ends instead.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} url
 */
export async function untilWell(child, url) {
  let said = '';
  const listen = (/** @type {Buffer} */ text) => (said += text.toString());
  child.stderr?.on('data', listen);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(withoutClock(said).trim() || 'PocketBase ended at once.');
    }
    const well = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (well) {
      child.stderr?.off('data', listen);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`PocketBase did not answer at ${url}.\n${withoutClock(said)}`);
}

/**
 * PocketBase puts date and time before each line.
 * @param {string} text
 */
function withoutClock(text) {
  return text.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /gm, '');
}
