import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHooks } from '../../tools/hooks.mjs';
import { runPocketbase, startPocketbase, untilWell } from '../../tools/pocketbase.mjs';
import { copyDemo } from './demo-data';

/** How a server is started; everything has a default. */
export interface ServerOptions {
  /** With the made-up houses, people and accounts of `npm start`. */
  demo?: boolean;
  /** Folder of the web app; the build's where none is named. */
  public?: string;
  /** A free port where none is named. */
  port?: number;
  /** A new folder under the system's temporary folder where none is named; that one is removed by `stop`. */
  dataDir?: string;
  /** Other hooks than the project's, to look inside. */
  hooks?: string;
}

/** A real PocketBase with the project's hooks and migrations, on 127.0.0.1. */
export interface Server {
  url: string;
  dataDir: string;
  /** Runs one of PocketBase's commands on the same data and answers what it printed. */
  command: (...args: string[]) => Promise<string>;
  /** Ends the process by a signal and waits for its end; the data stays. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Sends a signal without waiting, to hold it still (SIGSTOP) and let it go on (SIGCONT). */
  signal: (signal: 'SIGSTOP' | 'SIGCONT') => void;
  /** Starts it again on the same port and data. */
  restart: () => Promise<void>;
  /** Ends it and removes the data, where this server made the folder. */
  stop: () => Promise<void>;
  /** What it has printed up to now. */
  log: () => string;
}

/** Starts a server and waits until it is well. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  await ensureHooks();
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'nhaso-server-')));
  const where = { data: dataDir, hooks: options.hooks, site: options.public };
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let log = '';

  const command = (...args: string[]) => runPocketbase(args, where);
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  const restart = async () => {
    await kill();
    const started = startPocketbase(['serve', `--http=127.0.0.1:${port}`], where);
    child = started;
    started.stdout.on('data', (text: Buffer) => (log += text.toString()));
    started.stderr.on('data', (text: Buffer) => (log += text.toString()));
    await untilWell(started, url);
  };
  const stop = async () => {
    await kill();
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };

  try {
    const copied = options.demo && !options.dataDir && !options.hooks && (await copyDemo(dataDir));
    if (options.demo && !copied) await command('demo');
    await restart();
  } catch (error) {
    await stop();
    throw error;
  }
  const signal = (which: 'SIGSTOP' | 'SIGCONT') => void child?.kill(which);
  return { url, dataDir, command, kill, signal, restart, stop, log: () => log };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
