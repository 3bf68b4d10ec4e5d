import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { randomOf } from '$lib/lesson/mix';
import { findChromium } from '../../tools/chromium.mjs';
import { root } from '../../tools/paths.mjs';
import { freePort } from '../support/server';
import { BlockDisk } from './block-disk';
import type { PowerPage } from './power-page';
import type { PowerOutcome } from './power-server';

declare const window: PowerPage;

/**
 * Writes through the app's `record` in a real Chromium whose profile is on a disk of its own, cuts the power at moments
 * of the seed, opens what was left in another Chromium, and looks for every event that `record` said is kept. `control`
 * writes as a browser does where nobody asks for more, which must lose some.
 */
export async function cutBrowser(seed: number, cuts: number, control = false): Promise<PowerOutcome> {
  const random = randomOf(`power browser ${seed}`);
  const site = await serve(await pageOf());
  let [acked, lost] = [0, 0];
  try {
    for (let n = 0; n < cuts; n++) {
      const { told, left } = await cutOnce(site.url, 1500 + random() * 2000, control);
      acked += told.length;
      lost += told.filter((id) => !left.has(id)).length;
    }
  } finally {
    site.server.close();
  }
  return { what: `events in Chromium, ${control ? 'relaxed (control)' : 'strict'}`, cuts, acked, lost };
}

/** What a Chromium on a new disk was told is kept when the power went after so many ms, and what was left of it. */
async function cutOnce(
  url: string,
  after: number,
  control: boolean,
): Promise<{ told: string[]; left: Set<string> }> {
  const disk = await BlockDisk.make(256);
  try {
    const profile = join(disk.folder, 'profile');
    const { told, copy } = await cutUnder(disk, profile, { url, after, control });
    try {
      return { told, left: new Set(await heldIn(join(copy.folder, 'profile'), url)) };
    } finally {
      await copy.remove();
    }
  } finally {
    await disk.remove();
  }
}

async function cutUnder(
  disk: BlockDisk,
  profile: string,
  { url, after, control }: { url: string; after: number; control: boolean },
): Promise<{ told: string[]; copy: BlockDisk }> {
  const { context, page } = await browse(profile, url);
  try {
    const soFar: string[] = [];
    await page.exposeFunction('kept', (id: string) => void soFar.push(id));
    await page.evaluate((relaxed) => window.writeOn(relaxed), control);
    await pause(after);
    const processes = familyOf(profile);
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    const told = [...soFar];
    const copy = await disk.cut().finally(() => processes.forEach((pid) => process.kill(pid, 'SIGCONT')));
    return { told, copy };
  } finally {
    await context.close();
  }
}

async function heldIn(profile: string, url: string): Promise<string[]> {
  // Signs of a Chromium that runs: this one lost its power.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    await rm(join(profile, name), { force: true });
  const { context, page } = await browse(profile, url);
  try {
    return await page.evaluate(() => window.held());
  } finally {
    await context.close();
  }
}

async function browse(profile: string, url: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profile, { executablePath: await findChromium() });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return { context, page };
}

/** The Chromium of a profile and all its children. */
function familyOf(profile: string): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        // After the name in brackets, which may hold anything: state, then the parent.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
  const family = new Set(all.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  if (family.size === 0) throw new Error('no Chromium runs on this profile');
  return [...family];
}

/** The page of the trial with the app's own ledger in it. */
async function pageOf(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      write: false,
      lib: { entry: join(root, 'tests/chaos/power-page.ts'), formats: ['iife'], name: 'power' },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = output.find((part) => part.type === 'chunk');
  if (!script) throw new Error('the page of the trial was not built');
  return script.code;
}

async function serve(script: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/power.js';
    response.setHeader('Content-Type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`);
    response.end(isScript ? script : '<!doctype html><script src="/power.js"></script>');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/`, server };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
