import { spawn } from 'node:child_process';

/**
 * Runs a program to its end; resolves to what it printed (both outputs). Rejects where it fails, with its last words.
 * @param {string} program
 * @param {string[]} args
 * @param {string | Buffer} [input] what it reads
 * @returns {Promise<string>}
 */
export function run(program, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let told = '';
    child.stdout.on('data', (part) => (told += part));
    child.stderr.on('data', (part) => (told += part));
    child.on('error', (problem) =>
      reject(
        new Error(`${program} cannot be run (${problem.message}); docs/narration.md says what to install.`),
      ),
    );
    child.on('close', (code) => {
      if (code === 0) resolve(told);
      else reject(new Error(`${program} failed (${code}): ${told.trim().split('\n').slice(-3).join(' ')}`));
    });
    child.stdin.on('error', () => undefined); // it ended before it had read all; `close` tells why
    child.stdin.end(input);
  });
}
