import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Server } from '../support/server';

let server: Server;
let folder: string;
const page = '<!doctype html><title>Nhà Số</title>';
const script = 'console.log("nhà số");'.repeat(20);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhaso-public-'));
  await mkdir(join(folder, '_app/immutable'), { recursive: true });
  await mkdir(join(folder, '.git'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'index.html': page,
    'index.html.br': brotliCompressSync(page),
    '_app/immutable/start.abc.js': script,
    '_app/immutable/start.abc.js.br': brotliCompressSync(script),
    '_app/immutable/start.abc.js.gz': gzipSync(script),
    '_app/version.json': '{"version":"1"}',
    'service-worker.js': 'self.x = 1;',
    'clip.mp3': Buffer.alloc(1000, 7),
    'clip.mp3.gz': 'never this',
    '.git/config': 'secret',
    '.env': 'secret',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  server = await startServer({ public: folder });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks without the conveniences of fetch: the path as written, nothing decompressed. */
function fetchRaw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    get({ hostname, port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

describe('the web app', () => {
  it.each(['/', '/house', '/learn/vneid-activate', '/house/class/0a1b/sheet', '/house/'])(
    'answers %s with its one page, asked about each time',
    async (path) => {
      const got = await fetchRaw(path);
      expect(got.status).toBe(200);
      expect(got.body.toString()).toBe(page);
      expect(got.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
      });
    },
  );

  it('sends hashed files compressed, to be kept for ever', async () => {
    const got = await fetchRaw('/_app/immutable/start.abc.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(got.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(got.body).toString()).toBe(script);
  });

  it.each([
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('answers Accept-Encoding «%s» with %s', async (accepted, encoding) => {
    const got = await fetchRaw('/_app/immutable/start.abc.js', { 'Accept-Encoding': accepted });
    expect(got.headers['content-encoding']).toBe(encoding);
  });

  it('says 304 where nothing has changed', async () => {
    const first = await fetchRaw('/service-worker.js');
    expect(first.headers['cache-control']).toBe('no-cache');
    const tag = String(first.headers['etag']);
    const again = await fetchRaw('/service-worker.js', { 'If-None-Match': tag });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('sends a part of a clip as it is', async () => {
    const got = await fetchRaw('/clip.mp3', { Range: 'bytes=10-19', 'Accept-Encoding': 'gzip' });
    expect(got.status).toBe(206);
    expect(got.body).toHaveLength(10);
    expect(got.headers).toMatchObject({ 'content-type': 'audio/mpeg', 'content-range': 'bytes 10-19/1000' });
    expect(got.headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD like GET, without the body', async () => {
    const got = await fetchRaw('/service-worker.js', {}, 'HEAD');
    expect(got.status).toBe(200);
    expect(got.body).toHaveLength(0);
  });

  it.each([
    '/_app/immutable/gone.js',
    '/_app/gone',
    '/_app',
    '/gone.png',
    '/service-worker.js/',
    '/index.html/',
    '/_app/immutable/start.abc.js/',
    '/.env',
    '/.git/config',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '/a/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cetc/passwd',
    '/x%00.html',
    '/api/v1/unknown',
  ])('does not answer %s with a page', async (path) => {
    const got = await fetchRaw(path);
    expect(got.status).toBe(404);
    expect(got.headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(got.body.toString())).toMatchObject({ error: { code: 'not-found' } });
  });

  it.each(['/', '/_app/immutable/start.abc.js', '/gone.js', '/api/v1/me', '/api/health'])(
    'says with %s what a browser may not do',
    async (path) => {
      const { headers } = await fetchRaw(path, { Origin: 'https://elsewhere.example' });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'content-security-policy': "frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=(self)');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
