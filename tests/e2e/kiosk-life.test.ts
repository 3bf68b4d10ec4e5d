import { expect, test, type Page } from '@playwright/test';
import { Device, untilOffline } from '../support/browser';
import { filesWith } from '../support/canary';
import { comeIn, pairKiosk, stopHere, untilRoll } from '../support/kiosk';
import { next, pressOn, tryIt, fill } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { unsentOf, untilExchanged } from '../support/trainer';

let server: Server;
let kiosk: Device;

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

test.beforeAll(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
  await pairKiosk(kiosk.page, server);
  await untilRoll(kiosk.page, server.url);
  await untilOffline(kiosk.page);
});
test.afterAll(async () => {
  await kiosk.discard();
  await server.stop();
});

/** Somebody of the house begins the lesson, up to the question; answers how much waits then. */
async function learnUpToQuestion(page: Page, number: number): Promise<number> {
  await comeIn(page, number);
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.getByText('Bước 1/9')).toBeVisible();
  await next(page);
  await next(page); // how sure one is, nobody says
  await next(page);
  await page.locator('[data-choice="tell-half"]').click();
  await page.locator('[data-choice="keep"]').click();
  await next(page);
  await expect(page.locator('[data-try]')).toBeVisible();
  return unsentOf(page);
}

/** Switched on without a server, it comes to its first screen. */
async function comeUp(): Promise<Page> {
  await kiosk.start();
  await kiosk.page.goto(server.url);
  await expect(kiosk.page.locator('[data-begin]')).toBeVisible();
  return kiosk.page;
}

let waiting = 0;

test('a day without network', async () => {
  await server.kill();
  await kiosk.page.goto(server.url);
  for (const number of [11, 12]) {
    const now = await learnUpToQuestion(kiosk.page, number);
    expect(now, 'what each of them did is kept').toBeGreaterThan(waiting);
    waiting = now;
    await stopHere(kiosk.page);
  }
  await kiosk.kill();
  const page = await comeUp(); // the next morning
  await expect.poll(() => unsentOf(page)).toBe(waiting);
});

test('power is cut in the middle of a lesson', async () => {
  const { page } = kiosk;
  await learnUpToQuestion(page, 13);
  await tryIt(page);
  await pressOn(page, 'open-app', 'welcome');
  await pressOn(page, 'activate', 'identify');
  await fill(page, 'id-number', '079451237711');
  waiting = await unsentOf(page); // by now what she did before is written
  await kiosk.kill();
  expect(await filesWith(kiosk.profile, ['079451237711']), 'what she typed is on no disk').toEqual([]);

  const again = await comeUp();
  await expect.poll(() => unsentOf(again), 'every event that was kept is still there').toBe(waiting);
  await again.locator('[data-begin]').click();
  await expect(again.locator('[data-who="number"]'), 'nobody is taken for her').toBeVisible();
  await again.locator('[data-bar="back"]').click();
  await expect(again.locator('[data-begin]')).toBeVisible();

  await server.restart();
  await untilExchanged(again);
  expect(await unsentOf(again)).toBe(0);
});
