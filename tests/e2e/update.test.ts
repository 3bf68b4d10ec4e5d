import { expect, test, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Device, untilOffline } from '../support/browser';
import { broken, lookForUpdate, Site } from '../support/builds';
import { pairKiosk, untilRoll } from '../support/kiosk';
import { next, onScreen, pressOn, tryIt } from '../support/learner';
import { startServer, type Server } from '../support/server';

let site: Site;
let server: Server;

test.beforeEach(async () => {
  site = new Site();
  server = await startServer({ demo: true, public: site.folder });
});
test.afterEach(async () => {
  await server.stop();
  site.discard();
});

const begin = (page: Page) => page.locator('[data-begin]');

/** The build that the page came from; the first has no name. */
const build = (page: Page) => page.locator('html').getAttribute('data-build');

/** A phone's first visit, up to where it could do without a server. */
async function visit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(server.url);
  await expect(begin(page)).toBeVisible();
  await untilOffline(page);
}

test('an update arrives during a lesson: the lesson goes on from its own build, and the first screen takes the new one, once', async ({
  page,
}) => {
  await visit(page);
  await begin(page).click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await next(page);
  let loads = 0;
  page.on('load', () => (loads += 1));

  site.publish('second');
  expect(await lookForUpdate(page)).toBe('waits');
  await server.kill('SIGKILL');
  await test.step('another tab takes it over meanwhile', async () => {
    const other = await page.context().newPage();
    await other.goto(server.url);
    await expect.poll(() => build(other), { timeout: 60_000 }).toBe('second');
    await expect(begin(other)).toBeVisible();
    await other.close();
  });
  await test.step('what the lesson has not loaded yet still comes from the build it began with', async () => {
    await next(page);
    await next(page);
    await page.locator('[data-choice="keep"]').click();
    await next(page);
    await onScreen(page, 'phone');
    await tryIt(page);
    await pressOn(page, 'open-app', 'welcome');
  });
  expect(loads).toBe(0);
  expect(await build(page)).toBeNull();

  await page.goto(server.url);
  await expect(begin(page)).toBeVisible();
  expect(await build(page)).toBe('second');
});

test('a lesson that was left at an update’s arrival is followed by one start of the new build', async ({
  page,
}) => {
  await visit(page);
  await begin(page).click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.locator('[data-main]')).toBeEnabled();
  site.publish('second');
  expect(await lookForUpdate(page)).toBe('waits');
  const builds: (string | null)[] = [];
  page.on('domcontentloaded', (loaded) => void build(loaded).then((name) => builds.push(name)));
  await page.goto(server.url);
  await expect.poll(() => build(page)).toBe('second');
  await expect(begin(page)).toBeVisible();
  await begin(page).click();
  await expect(page.locator('[data-lesson="vneid-activate"]')).toBeVisible();
  expect(builds).toEqual([null, 'second']);
});

test('an update that came by halves changes nothing, and is taken when the rest is there', async ({
  page,
}) => {
  await visit(page);
  site.publish('second');
  const find = site.lose();
  expect(await lookForUpdate(page)).toBe('nothing');
  await server.kill('SIGKILL');
  await page.reload();
  await begin(page).click();
  await expect(page.locator('[data-lesson="vneid-activate"]')).toBeVisible();
  expect(await build(page)).toBeNull();

  find();
  await server.restart();
  expect(await lookForUpdate(page)).toBe('waits');
  await page.goto(server.url);
  await expect.poll(() => build(page)).toBe('second');
});

/** What the worker says of the page's build, as the page asks it. */
const running = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        navigator.serviceWorker.controller?.postMessage('build', [port2]);
      }),
  );

test('three starts that come to nothing bring the build before back, through a power cut; the next good one is taken', async () => {
  const device = await Device.create({ width: 360, height: 740 });
  try {
    await visit(device.page);
    site.publish('bad', broken);
    expect(await lookForUpdate(device.page)).toBe('waits');
    await device.page.goto(server.url);
    await expect.poll(() => build(device.page)).toBe('bad');

    await device.kill();
    await device.start();
    const { page } = device;
    for (const _ of [2, 3]) {
      await page.goto(server.url);
      expect(await build(page)).toBe('bad');
    }
    await page.goto(server.url);
    await expect(begin(page)).toBeVisible();
    expect(await build(page)).toBeNull();
    expect(await running(page)).toMatchObject({ rolledBack: expect.any(String) });
    expect(await lookForUpdate(page)).toBe('nothing');
    await page.reload();
    await expect(begin(page)).toBeVisible();

    site.publish('good');
    expect(await lookForUpdate(page)).toBe('waits');
    await page.goto(server.url);
    await expect.poll(() => build(page)).toBe('good');
    await expect(begin(page)).toBeVisible();
    expect(await running(page)).toMatchObject({ rolledBack: null });
  } finally {
    await device.discard();
  }
});

test('a kiosk takes an update when its voices are there and nobody is, and never under a hand', async ({
  page,
}) => {
  const clip = Buffer.from('a voice');
  const sha256 = createHash('sha256').update(clip).digest('hex');
  /** A build that needs one clip, or none. */
  const voiced = (clips: unknown[]) => (folder: string) => {
    const lists = join(folder, 'audio/vi/lists');
    for (const list of readdirSync(lists)) writeFileSync(join(lists, list), JSON.stringify(clips));
  };
  const pass = (seconds: number) => page.clock.runFor(seconds * 1000);

  await page.setViewportSize({ width: 1920, height: 1080 });
  site.publish('first', voiced([]));
  await pairKiosk(page, server);
  await untilRoll(page, server.url);
  await untilOffline(page);
  await page.goto(server.url);
  await expect(begin(page)).toBeVisible();
  site.publish('second', voiced([['0000000new1', sha256, clip.length]]));
  await page.clock.install();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  expect(await lookForUpdate(page)).toBe('waits');

  await test.step('not before its voices are there', async () => {
    const asked = page.waitForRequest('**/audio/vi/0000000new1.m4a');
    await pass(62);
    await (await asked).response();
    await pass(5);
    expect(await build(page)).toBe('first');
  });

  await test.step('not when somebody came while the last of them did', async () => {
    writeFileSync(join(site.folder, 'audio/vi/0000000new1.m4a'), clip);
    server.signal('SIGSTOP');
    const asked = page.waitForRequest('**/audio/vi/0000000new1.m4a');
    await pass(62);
    await asked;
    try {
      await begin(page).click();
      await expect(async () => {
        await pass(1);
        await expect(page.locator('[data-who="number"]')).toBeVisible({ timeout: 1_000 });
      }).toPass();
    } finally {
      server.signal('SIGCONT');
    }
    await expect
      .poll(() => page.evaluate(async () => Boolean(await caches.match('/audio/vi/0000000new1.m4a'))))
      .toBe(true);
    await pass(5);
    await expect(page.locator('[data-who="number"]')).toBeVisible();
    expect(await build(page)).toBe('first');
  });

  await test.step('but when the first screen has been nobody’s for a minute', async () => {
    await page.goto(server.url);
    await expect(begin(page)).toBeVisible();
    await pass(30);
    expect(await build(page)).toBe('first');
    await expect(async () => {
      await pass(62);
      expect(await build(page)).toBe('second');
    }).toPass();
    await expect(begin(page)).toBeVisible();
  });
});
