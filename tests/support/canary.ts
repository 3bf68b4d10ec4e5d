import type { Page } from '@playwright/test';
import { Buffer } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptBy } from './traces';

/** A place where something that a resident typed was found again. */
export type Place = 'storage' | 'caches' | 'heap' | 'history' | 'screen';

/** Where in a browser that is running one of these texts can be found: in what it stores, shows, goes back to, or holds in memory. */
export async function foundIn(page: Page, texts: readonly string[]): Promise<Place[]> {
  const places: [Place, string][] = [
    ['storage', await keptBy(page)],
    ['caches', await cachedBodies(page)],
    ['heap', await heapOf(page)],
    ['history', await waysBack(page)],
    ['screen', await shownOn(page)],
  ];
  return places.filter(([, what]) => texts.some((text) => what.includes(text))).map(([place]) => place);
}

/** Files of a profile, of a browser that is off, in which one of these texts stands. */
export async function filesWith(profile: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const inside = texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
    if (inside) found.push(path.slice(profile.length + 1));
  }
  return found;
}

/** The bodies of all that is cached, but for what is neither text nor made here. */
function cachedBodies(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bodies: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (/\.(woff2|m4a)$/.test(request.url)) continue;
        bodies.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return bodies.join('\n');
  });
}

/** Everything that the page's memory still holds, as V8 writes it down after a collection. */
async function heapOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const parts: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.send('HeapProfiler.disable');
  await devtools.detach();
  return parts.join('');
}

/** Every address that the browser could go back or forward to. */
export async function waysBack(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  return JSON.stringify(entries);
}

/** All words on the screen, and what stands in its fields. */
function shownOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.innerText,
      ...Array.from(document.querySelectorAll('input, textarea'), (field) =>
        'value' in field ? String(field.value) : '',
      ),
    ].join('\n'),
  );
}
