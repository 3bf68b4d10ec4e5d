import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { request } from 'node:https';
import { createServer as createNet, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../tools/paths.mjs';
import { find, named } from './kit';

// Each example of docs/operate.md is run as it is, but for names, ports and the certificate.

let folder: string;
let upstream: Server;
let inner = 0;
let proxy: ChildProcess | undefined;
/** Called when somebody has read the first piece of the stream. */
let goOn: () => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nhaso-proxy-'));
  chmodSync(folder, 0o755); // nginx's workers are nobody
  upstream = createServer((asked, answer) => {
    if (asked.url === '/stream') {
      answer.writeHead(200, { 'Content-Type': 'text/event-stream' });
      answer.write('data: first\n\n');
      goOn = () => answer.end('data: last\n\n');
      return;
    }
    let size = 0;
    asked.on('data', (piece: Buffer) => (size += piece.length));
    asked.on('end', () => {
      answer.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'identity' });
      answer.end(JSON.stringify({ size, headers: asked.headers }));
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  inner = (upstream.address() as AddressInfo).port;
});

afterEach(async () => {
  const running = proxy;
  proxy = undefined;
  if (running && running.exitCode === null) {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }
  upstream.closeAllConnections();
  upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createNet();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A certificate that nobody else trusts. */
function certify(): { cert: string; key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}

/** Asks through the proxy; answers once the head has come. */
function ask(port: number, path: string, body = '', headers = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body ? 'POST' : 'GET',
        headers: { Host: `localhost:${port}`, ...headers },
        rejectUnauthorized: false,
        servername: 'localhost',
      },
      resolve,
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

async function whole(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of answer) text += String(piece);
  return text;
}

/** What holds behind either proxy. */
async function holds(port: number): Promise<void> {
  await expect
    .poll(
      () =>
        ask(port, '/').then(
          ({ statusCode }) => statusCode,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);

  const pretender = await ask(port, '/', 'x'.repeat(2_000_000), {
    'X-Forwarded-For': '127.0.0.1',
    'Accept-Encoding': 'br',
  });
  expect(pretender.statusCode).toBe(200);
  expect(pretender.headers['strict-transport-security']).toBe('max-age=31536000');
  const got = JSON.parse(await whole(pretender)) as { size: number; headers: Record<string, string> };
  expect(got.size).toBe(2_000_000);
  expect(got.headers['x-forwarded-for']).toBe('127.0.0.1'); // once: the address of who really asked
  expect(got.headers['accept-encoding']).toBe('br');
  const flood = await ask(port, '/', 'x'.repeat(4_000_000)).catch(() => ({ statusCode: 413 })); // or cut off
  expect([413, 502]).toContain(flood.statusCode); // Caddy 2.6 says 502

  const stream = await ask(port, '/stream');
  const first = await new Promise((resolve) => stream.once('data', resolve));
  expect(String(first)).toContain('first'); // while the stream is still open
  goOn();
  expect(await whole(stream)).toContain('last');
}

const nginx = named('nginx hands on who asks, streams at once, and takes a whole push', 'nginx', 'openssl');
it.skipIf(nginx.missing)(nginx.name, async () => {
  const { cert, key } = certify();
  const port = await freePort();
  const site = readFileSync(join(root, 'deploy/proxy/nginx.conf'), 'utf8')
    .replace(/^ +listen \[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${await freePort()};`)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replaceAll('/etc/letsencrypt/live/nha-so.example.org/fullchain.pem', cert)
    .replaceAll('/etc/letsencrypt/live/nha-so.example.org/privkey.pem', key)
    .replaceAll('nha-so.example.org', 'localhost')
    .replace('127.0.0.1:8090', `127.0.0.1:${inner}`);
  const config = join(folder, 'nginx.conf');
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/log;\nevents {}\nhttp { access_log off; ${paths.join(' ')}\n${site}}\n`,
  );
  const program = find('nginx') ?? '';
  execFileSync(program, ['-t', '-c', config], { stdio: 'pipe' });
  proxy = spawn(program, ['-c', config], { stdio: 'ignore' });
  await holds(port);
});

const caddy = named('Caddy does the same', 'caddy', 'openssl');
it.skipIf(caddy.missing)(caddy.name, async () => {
  const { cert, key } = certify();
  const port = await freePort();
  const text = readFileSync(join(root, 'deploy/proxy/Caddyfile'), 'utf8')
    .replace('nha-so.example.org {', `https://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${cert} ${key}`)
    .replace('127.0.0.1:8090', `127.0.0.1:${inner}`);
  const config = join(folder, 'Caddyfile');
  writeFileSync(config, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${text}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const program = find('caddy') ?? '';
  execFileSync(program, ['validate', '--adapter', 'caddyfile', '--config', config], { stdio: 'pipe', env });
  proxy = spawn(program, ['run', '--adapter', 'caddyfile', '--config', config], { stdio: 'ignore', env });
  await holds(port);
});
