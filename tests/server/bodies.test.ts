import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
});
afterAll(() => server.stop());

/** What was answered before all was sent that was announced, up to the end of the connection. */
function answerTo(path: string, headers: string[], begun = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname);
    let said = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error(`still waiting after: ${said}`)));
    socket.on('data', (part: Buffer) => (said += part.toString()));
    socket.on('end', () => {
      socket.destroy();
      resolve(said);
    });
    socket.on('error', reject);
    socket.write([`POST ${path} HTTP/1.1`, `Host: ${hostname}`, ...headers, '', ''].join('\r\n') + begun);
  });
}

const small = ['/api/v1/sign-in', '/api/v1/pair', '/api/v1/pair-codes', '/api/v1/devices/token'];
const tooLarge = /^HTTP\/1\.1 413 (.|\r\n)*Connection: close\r\n(.|\r\n)*"too-large"/;

describe('a body that is too large', () => {
  it.each(small)('is refused by %s as soon as it is announced', async (path) => {
    const token = `Authorization: ${world.installer.token}`;
    expect(await answerTo(path, [token, 'Content-Length: 16000000'])).toMatch(tooLarge);
  });

  it.each(small)('is read no further by %s where nobody said how large it is', async (path) => {
    const token = `Authorization: ${world.installer.token}`;
    // What is read, and the 256 KiB that Go itself throws away without keeping them; more would be waited for.
    const begun = `${(16_000_000).toString(16)}\r\n${'x'.repeat(4097 + 256 * 1024)}`;
    expect(await answerTo(path, [token, 'Transfer-Encoding: chunked'], begun)).toMatch(tooLarge);
  });

  it('begins after 4,096 bytes, not letters, where anybody may send', async () => {
    const code = async (pad: string) => {
      const raw = JSON.stringify({ username: '', password: pad });
      const { body } = await ask(`${world.url}/api/v1/sign-in`, { raw });
      return body.error.code;
    };
    const around = JSON.stringify({ username: '', password: '' }).length;
    expect(await code('x'.repeat(4096 - around))).toBe('bad-request');
    expect(await code('x'.repeat(4097 - around))).toBe('too-large');
    expect(await code('ế'.repeat(1400))).toBe('too-large');
  });

  it('is refused at once as a push where it is much too large', async () => {
    const token = `Authorization: ${world.trainer.token}`;
    expect(await answerTo('/api/v1/sync/push', [token, 'Content-Length: 3000000'])).toMatch(tooLarge);
  });

  it('is read to its end as a push where it is a little too large, so that the device hears why', async () => {
    const raw = JSON.stringify({ pad: 'x'.repeat(1_900_000) });
    const answer = await ask(`${world.url}/api/v1/sync/push`, { token: world.trainer.token, raw });
    expect(answer.body.error.code).toBe('too-large');
  });

  it('is not read at all where nobody is known to send it', async () => {
    const answer = await answerTo('/api/v1/sync/push', ['Content-Length: 900000', 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('pushing', () => {
  it('is held back after six hundred times a minute from one address', async () => {
    const times = async (count: number) =>
      new Set(
        await Promise.all(
          Array.from({ length: count }, async () => {
            return (await ask(`${world.url}/api/v1/sync/push`, { body: {} })).body.error.code;
          }),
        ),
      );
    for (let round = 0; round < 11; round++) expect(await times(50)).toEqual(new Set(['not-signed-in']));
    expect(await times(60)).toContain('too-many');
  });
});
