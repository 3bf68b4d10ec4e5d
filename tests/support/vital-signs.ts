import type { Page } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a kiosk takes of its machine at one moment. */
export interface VitalSigns {
  /** The page's memory after a collection (bytes), its nodes and its listeners. */
  heap: number;
  nodes: number;
  listeners: number;
  /** All processes of the browser, and of the server (bytes; what they share is counted once). */
  browser: number;
  server: number;
  /** What the browser keeps on the disk for this site (bytes), as it estimates. */
  disk: number;
}

/** Measures; `profile` and `dataDir` are the folders by which the two programs are told. */
export async function vitalSigns(
  page: Page,
  { profile, dataDir }: { profile: string; dataDir: string },
): Promise<VitalSigns> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const disk = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await devtools.detach();
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    browser: memoryOf(profile),
    server: memoryOf(dataDir),
    disk,
  };
}

/** The memory of the programs that were started with a text, and of all that they started (bytes, Linux's PSS). */
function memoryOf(text: string): number {
  const parents = new Map<number, number>();
  const family = new Set<number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = textOf(`/proc/${pid}/stat`);
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]));
    if (textOf(`/proc/${pid}/cmdline`).includes(text)) family.add(pid);
  }
  for (let found = 0; found !== family.size;) {
    found = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  const pss = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return [...family].reduce((sum, pid) => sum + pss(pid) * 1024, 0);
}

/** A file of the system, or nothing where its process has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Frames are looked at in this width (px): enough to tell a screen with words from an empty one. */
const width = 320;

/** An image (PNG) of one colour has 1,594 bytes in this width, the first screen 28,600; what is smaller than this shows nothing. */
const emptyUpTo = 2_500;

/** What was seen of the frames so far. */
export interface Watch {
  seen: () => number;
  /** Each empty frame, and where it was. */
  empty: () => string[];
  stop: () => Promise<void>;
}

/**
 * Looks at every frame that the browser paints from now on, and notes which were empty. In the folder `keepIn` each of
 * these is kept, with the one before and the one after, for whoever has to find out where it comes from.
 */
export async function watchFrames(page: Page, keepIn?: string): Promise<Watch> {
  const devtools = await page.context().newCDPSession(page);
  let seen = 0;
  let before: Buffer | undefined;
  let wasEmpty = false;
  const empty: string[] = [];
  const keep = (image: Buffer | undefined, nth: number) => {
    if (!keepIn || !image) return;
    mkdirSync(keepIn, { recursive: true });
    writeFileSync(join(keepIn, `frame-${String(nth).padStart(6, '0')}.png`), image);
  };
  devtools.on('Page.screencastFrame', ({ data, sessionId }) => {
    seen += 1;
    const image = Buffer.from(data, 'base64');
    const isEmpty = image.length < emptyUpTo;
    if (isEmpty) {
      keep(before, seen - 1);
      empty.push(`frame ${seen} of ${image.length} bytes at ${page.url()}`);
    }
    if (isEmpty || wasEmpty) keep(image, seen);
    wasEmpty = isEmpty;
    before = image;
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await devtools.send('Page.startScreencast', { format: 'png', maxWidth: width, everyNthFrame: 1 });
  return { seen: () => seen, empty: () => empty, stop: () => devtools.detach() };
}
