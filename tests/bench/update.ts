import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Device, untilOffline } from '../support/browser';
import { lookForUpdate } from '../support/builds';
import { startMeter, type Passed } from '../support/meter';
import { startServer } from '../support/server';
import { busy, round, type Report } from './report';

/** Runs a build as by hand: whoever measures may run in a mode of development, which children would take over. */
const build = (cwd: string, ...flags: string[]) =>
  promisify(execFile)(process.execPath, ['tools/build.mjs', ...flags], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production' },
  });

/** The sentence that changes, and what it becomes. */
const lesson = 'content/lessons/bank-qr/vi.yaml';
const [from, to] = ['cảnh báo nhiều lần.', 'cảnh báo rất nhiều lần.'];

/** What one changed sentence may cost a phone on the line (bytes). */
const most = 30_000;

/** What goes into a build. */
const inputs = [
  ...['src', 'content', 'static', 'tools', 'pocketbase', 'package.json', 'package-lock.json'],
  ...['svelte.config.js', 'vite.config.ts', 'tsconfig.json'],
];

/** Builds twice, the second time with one sentence of one lesson changed, and counts what a device that has the first one fetches. */
export async function measure(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'nhaso-update-'));
  const load = [busy()];
  try {
    await build('.', '--if-changed');
    cpSync('build', join(folder, 'site'), { recursive: true });
    const next = await buildChanged(join(folder, 'tree'));
    load.push(busy());
    const { phone, kiosk } = await watchUpdate(join(folder, 'site'), next);
    load.push(busy());
    const bytes = bytesOf(phone);
    return {
      columns: ['fetched by', 'file', 'bytes'],
      rows: [
        ...phone.map((line) => ['every device', line.path, line.bytes]),
        ...kiosk.map((line) => ['a kiosk besides', line.path, line.bytes]),
      ],
      targets: [
        {
          target: `one sentence costs a phone at most ${most / 1000} kB`,
          found: `${round(bytes / 1000, 1)} kB in ${phone.length} files; a kiosk ${round((bytes + bytesOf(kiosk)) / 1000, 1)} kB`,
          met: bytes <= most,
        },
      ],
      notes: [
        'Compressed, with headers. The clip of the sentence comes besides, where the lesson’s voice is kept; here it is not recorded yet, so the list of what is said everywhere takes the old one in.',
      ],
      load,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function buildChanged(tree: string): Promise<string> {
  for (const one of inputs) cpSync(one, join(tree, one), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(tree, 'node_modules'));
  const text = readFileSync(join(tree, lesson), 'utf8');
  if (!text.includes(from)) throw new Error(`${lesson} does not say «${from}» any more`);
  writeFileSync(join(tree, lesson), text.replace(from, to));
  await build(tree);
  return join(tree, 'build');
}

async function watchUpdate(site: string, next: string): Promise<{ phone: Passed[]; kiosk: Passed[] }> {
  const server = await startServer({ demo: true, public: site });
  const meter = await startMeter(server.url);
  const device = await Device.create({ width: 360, height: 740 });
  try {
    const { page } = device;
    await page.goto(meter.url);
    await untilOffline(page);
    await page.evaluate(askForClips, 'active' as const); // a kiosk has the lists of the first build
    renameSync(site, `${site}-past`);
    renameSync(next, site);
    const fetched = async (act: () => Promise<unknown>) => {
      const before = meter.passed().length;
      await act();
      return meter
        .passed()
        .slice(before)
        .filter(({ path }) => !path.startsWith('/api/'));
    };
    const phone = await fetched(async () => {
      if ((await lookForUpdate(page)) !== 'waits') throw new Error('the update did not come');
    });
    const kiosk = await fetched(() => page.evaluate(askForClips, 'waiting' as const));
    return { phone, kiosk };
  } finally {
    await device.discard();
    await meter.stop();
    await server.stop();
  }
}

/** Asks a worker which clips its build needs, as a kiosk's page does: it fetches the lists of them. */
async function askForClips(which: 'active' | 'waiting'): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    registration[which]?.postMessage('clips', [port2]);
  });
}

function bytesOf(passed: readonly Passed[]): number {
  return passed.reduce((sum, { bytes }) => sum + bytes, 0);
}
