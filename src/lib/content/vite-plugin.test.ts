import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { content } from './vite-plugin';

vi.setConfig({ testTimeout: 60_000 }); // each test builds

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Builds the catalogue alone, over a copy of content that `change` may spoil. */
async function built(change?: { file: string; from: string; to: string }) {
  const root = await mkdtemp(path.join(tmpdir(), 'content-'));
  folders.push(root);
  await cp('content', path.join(root, 'content'), { recursive: true });
  if (change) {
    const file = path.join(root, 'content', change.file);
    await writeFile(file, (await readFile(file, 'utf8')).replace(change.from, change.to));
  }
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [content({ prover: path.resolve('src/lib/lesson/prove.ts') })],
    build: {
      write: false,
      minify: false,
      lib: { entry: path.resolve('src/lib/content/catalogue.ts'), formats: ['es'], fileName: 'catalogue' },
    },
  });
  const [bundle] = [result].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing built');
  return bundle.output.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
}

test('the build brings cards at once and a lesson as its own chunk, without schema or YAML', async () => {
  const chunks = await built();
  const [first, ...others] = chunks.sort((a, b) => a.length - b.length);
  expect(first).toContain('Kích hoạt tài khoản VNeID');
  expect(first).not.toContain('whose-otp');
  expect(others.join()).toContain('whose-otp');
  expect(chunks.join()).not.toContain('strictObject');
});

test('the build fails on content that does not hold, with file, line and remedy', async () => {
  const change = { file: 'apps/vneid/app.yaml', from: 'go: identify', to: 'go: identity' };
  await expect(built(change)).rejects.toThrow(
    /content\/apps\/vneid\/app\.yaml:\d+ {2}unknown-screen {2}there is no screen identity\n.*→ Go to a screen/,
  );
});
