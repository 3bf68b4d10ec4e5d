import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './say.mjs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The Chromium that tests run in: the one named by CHROMIUM, else the system's, else one installed now (by apt
 * where this is root on Debian, by Playwright elsewhere). Throws with what to do where none can be had.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const found = [process.env['CHROMIUM'] ?? '', ...usual].find((path) => path !== '' && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium by apt …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  say('Installing Chromium by Playwright …');
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error(
    'No Chromium was found. Install one and say where it is: CHROMIUM=/path/to/chromium npm test',
  );
}
