import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readFlags } from '../../tools/flags.mjs';
import { root } from '../../tools/paths.mjs';

/** Runs `npm start`'s program to its end. */
async function start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: unknown; said: string }> {
  const child: ChildProcess = spawn(process.execPath, ['tools/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said };
}

/** Listens on a free port. */
async function occupy(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

describe('npm start', () => {
  it('says which port is taken, and how to choose another', async () => {
    const { port, server } = await occupy();
    const { code, said } = await start(['--port', String(port)]);
    server.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(said).toContain('--port');
  });

  it('will not serve the demo to other machines, and says what to do', async () => {
    const { code, said } = await start(['--host', '0.0.0.0']);
    expect(code).toBe(1);
    expect(said).toContain('--no-demo --data');
  });

  it.each([
    [['--port', 'x'], /--port must be a number/],
    [['--prot', '1'], /--prot/],
  ])('refuses %j', async (args, sentence) => {
    const { code, said } = await start(args);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
  });

  it('explains itself', async () => {
    const { code, said } = await start(['--help']);
    expect(code).toBe(0);
    for (const flag of ['--port', '--host', '--data', '--no-demo', '--help']) expect(said).toContain(flag);
  });

  it('takes the usual flags', () => {
    expect(readFlags([])).toMatchObject({ port: 8090, host: '127.0.0.1', demo: true });
    expect(readFlags(['--no-demo', '--host', '0.0.0.0', '--data', '/srv/nha-so', '--port=80'])).toMatchObject(
      {
        port: 80,
        host: '0.0.0.0',
        demo: false,
        data: '/srv/nha-so',
      },
    );
  });
});
