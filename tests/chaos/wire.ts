import { createServer, type IncomingMessage } from 'node:http';

/** What becomes of a request: it arrives and is answered, is lost on its way, or its answer is. */
export type Fate = 'through' | 'lost' | 'reply-lost';

/** A line between a device and the server that can lose what it carries; a device asks at `url`. */
export interface Wire {
  url: string;
  close: () => Promise<void>;
}

/** Opens a line to `target`; `fate` is asked once for each request. What is lost ends as a broken connection. */
export async function openWire(target: string, fate: () => Fate): Promise<Wire> {
  const server = createServer((request, response) => {
    void carry(request, target, fate())
      .then((answer) => {
        if (!answer) return request.socket.destroy();
        response.writeHead(answer.status, answer.headers);
        return response.end(answer.body);
      })
      .catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function carry(request: IncomingMessage, target: string, fate: Fate) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (fate === 'lost') return null;
  const { authorization, 'content-type': type } = request.headers;
  const answer = await fetch(`${target}${request.url ?? ''}`, {
    method: request.method,
    headers: {
      ...(authorization ? { Authorization: authorization } : {}),
      ...(type ? { 'Content-Type': type } : {}),
    },
    body: parts.length > 0 ? Buffer.concat(parts) : undefined,
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (fate === 'reply-lost') return null;
  const headers: Record<string, string> = { Connection: 'close' };
  for (const name of ['content-type', 'retry-after']) {
    const value = answer.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { status: answer.status, headers, body };
}
