import type { Browser } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/paths.mjs';
import { lookInto } from './browser';

const library = join(root, 'deploy', 'kiosk', 'root', 'usr', 'local', 'lib', 'nha-so');

/** Why no policy can be given to a Chromium here, or '' where it can. */
export function whyNoPolicy(): string {
  if (process.getuid?.() !== 0) return 'policies need root';
  if (!existsSync('/usr/lib/chromium/chromium') || !existsSync('/etc/chromium'))
    return 'policies need Debian’s Chromium';
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return '';
  } catch {
    return 'policies need a mount namespace of their own';
  }
}

/** The policy that the kit makes for an address, with what a test needs to change; `saving` is the kit's `--export yes`. */
export function policyFor(
  origin: string,
  changes: Record<string, unknown> = {},
  saving = false,
): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'nhaso-policy-'));
  writeFileSync(
    join(folder, 'kiosk.conf'),
    `NHASO_ORIGIN=${origin}\nNHASO_EXPORT=${saving ? 'yes' : 'no'}\nNHASO_PRINTING=no\n`,
  );
  const made = execFileSync(join(library, 'policy'), [join(folder, 'kiosk.conf')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { ...(JSON.parse(made) as Record<string, unknown>), ...changes };
}

/**
 * A Chromium as the kit starts it, with a policy that no other program of this machine sees: it lies in a mount
 * namespace of its own. Without a screen, and without the sandbox that root cannot have; else with the kit's flags.
 */
export class ManagedBrowser {
  readonly profile = mkdtempSync(join(tmpdir(), 'nhaso-managed-'));
  #child: ChildProcess | null = null;
  #looked: Browser | null = null;

  /** Opens an address; the policy is told anew each time. */
  start(address: string, policy: Record<string, unknown>, ...more: string[]): void {
    const file = join(this.profile, 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    rmSync(join(this.profile, 'DevToolsActivePort'), { force: true });
    const flags = readFileSync(join(library, 'flags'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('--'));
    const managed = '/etc/chromium/policies/managed';
    const inside = `mount -t tmpfs tmpfs /etc/chromium && mkdir -p ${managed} && cp "$0" ${managed} && exec "$@"`;
    this.#child = spawn(
      'unshare',
      ['--mount', '--propagation', 'private', 'sh', '-c', inside, file, '/usr/bin/chromium']
        .concat(flags, ['--headless=new', '--no-sandbox', '--disable-gpu'])
        .concat([`--user-data-dir=${this.profile}`, ...more, '--kiosk', address]),
      { stdio: 'ignore', detached: true },
    );
  }

  /** True where the browser has opened its port for developers. */
  isOpen(): boolean {
    const file = join(this.profile, 'DevToolsActivePort');
    return existsSync(file) && readFileSync(file, 'utf8') !== '';
  }

  /** Where the browser lets itself be looked into, once it says so. */
  async look(): Promise<Browser> {
    const file = join(this.profile, 'DevToolsActivePort');
    const deadline = Date.now() + 30_000;
    while (!this.isOpen()) {
      if (Date.now() > deadline) throw new Error('Chromium did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const port = readFileSync(file, 'utf8').split('\n')[0] ?? '';
    return (this.#looked = await lookInto(port));
  }

  /** The power goes. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child?.pid) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    await this.#looked?.close().catch(() => undefined); // the other end is gone; only our side is left to close
    this.#looked = null;
  }

  /** The machine is thrown away. */
  async discard(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
