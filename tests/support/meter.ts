import { createServer, request, type IncomingMessage } from 'node:http';
import { freePort } from './server';

/** One answer as it went over the wire. */
export interface Passed {
  path: string;
  status: number;
  /** Bytes of status line, headers and body, as compressed as the server sent them. */
  bytes: number;
}

/** A counting proxy: a browser that goes through it reaches the server, and every answer's bytes are counted. */
export interface Meter {
  url: string;
  /** Every answer up to now; one still on its way counts with what has come of it. */
  passed: () => readonly Passed[];
  stop: () => Promise<void>;
}

/** Puts a meter before a server. It passes everything on as it is: whoever counts does not change what is counted. */
export async function startMeter(server: string): Promise<Meter> {
  const to = new URL(server);
  const port = await freePort();
  const passed: Passed[] = [];

  const proxy = createServer((asked, answer) => {
    const onward = request(
      { host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers: asked.headers },
      (given) => {
        const line: Passed = {
          path: (asked.url ?? '').split('?')[0] ?? '',
          status: given.statusCode ?? 0,
          bytes: bytesOfHead(given),
        };
        passed.push(line);
        given.on('data', (part: Buffer) => (line.bytes += part.length));
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${port}`,
    passed: () => passed,
    stop: async () => {
      const stopped = new Promise((resolve) => proxy.close(resolve));
      proxy.closeAllConnections();
      await stopped;
    },
  };
}

/** The bytes of an answer before its body. */
function bytesOfHead({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): number {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return Buffer.byteLength(lines.join('\r\n')) + 4; // the line's end and the empty line
}
