import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Chromium of its own with a profile on disk, as a kiosk or tablet has one: it can be killed and started again. */
export class Device {
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;
  #page: Page | null = null;

  private constructor(
    readonly profile: string,
    private readonly size: { width: number; height: number },
  ) {}

  /** A device that has never been on, switched on. */
  static async create(size: { width: number; height: number }): Promise<Device> {
    const device = new Device(await mkdtemp(join(tmpdir(), 'nhaso-device-')), size);
    await device.start();
    return device;
  }

  /** The one page of the device. */
  get page(): Page {
    if (!this.#page) throw new Error('The device is off');
    return this.#page;
  }

  /** Switches the device on, with the profile as it was left. */
  async start(): Promise<void> {
    const portFile = join(this.profile, 'DevToolsActivePort');
    await rm(portFile, { force: true });
    const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    const child = spawn(
      program,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--hide-crash-restore-bubble',
        '--lang=vi-VN',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
        'about:blank',
      ],
      { stdio: 'ignore', detached: true, env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' } },
    );
    this.#child = child;
    const deadline = Date.now() + 30_000;
    let port = '';
    while (port === '') {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error('Chromium did not start');
      if (existsSync(portFile)) port = (await readFile(portFile, 'utf8')).split('\n')[0] ?? '';
      if (port === '') await new Promise((resolve) => setTimeout(resolve, 50));
    }
    this.#browser = await lookInto(port);
    const context = this.#browser.contexts()[0];
    this.#page = context?.pages()[0] ?? (await context?.newPage()) ?? null;
    await this.page.setViewportSize(this.size);
  }

  /** The power goes: every process of the browser ends at once, without a word. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#page = null;
    if (!child?.pid) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL'); // the whole group: Chromium is many processes
    await ended;
    await this.#browser?.close().catch(() => undefined); // the other end is gone; only our side is left to close
    this.#browser = null;
  }

  /** The device is thrown away. */
  async discard(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Looks into a Chromium by its port for developers. One that is just starting may leave the first who asks without an answer. */
export async function lookInto(port: string): Promise<Browser> {
  for (let left = 2; ; left -= 1)
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 15_000 });
    } catch (problem) {
      if (left === 0) throw problem;
    }
}

/** Waits until the app is on the device whole, so that it opens without a server. */
export async function untilOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.active;
    if (!worker || worker.state === 'activated') return;
    await new Promise<void>((resolve) =>
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') resolve();
      }),
    );
  });
}
