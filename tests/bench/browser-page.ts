import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../tools/chromium.mjs';
import { root } from '../../tools/paths.mjs';
import { freePort } from '../support/server';

/** Opens a page of a real Chromium, with a disk, that runs a script made of the app's own code; closes and removes it afterwards. */
export async function onPage<Result>(entry: string, act: (page: Page) => Promise<Result>): Promise<Result> {
  const script = await scriptOf(entry);
  const profile = await mkdtemp(join(tmpdir(), 'nhaso-bench-'));
  const server = createServer((request, response) => {
    const isScript = request.url === '/bench.js';
    response.setHeader('Content-Type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`);
    response.end(isScript ? script : '<!doctype html><script src="/bench.js"></script>');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const context = await chromium.launchPersistentContext(profile, { executablePath: await findChromium() });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return await act(page);
  } finally {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function scriptOf(entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: { write: false, lib: { entry: join(root, entry), formats: ['iife'], name: 'bench' } },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = output.find((part) => part.type === 'chunk');
  if (!script) throw new Error(`${entry} was not built`);
  return script.code;
}
