import { expect, test, type Locator, type Page } from '@playwright/test';
import { formatDay } from '../../src/lib/words/time';
import { Device, untilOffline } from '../support/browser';
import { comeIn, pairKiosk, stopHere, untilRoll } from '../support/kiosk';
import { next } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { signIn, unsentOf, untilExchanged } from '../support/trainer';

let server: Server;
let kiosk: Device;
let office: Device;

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

test.beforeAll(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
  office = await Device.create({ width: 1280, height: 800 });
  await pairKiosk(kiosk.page, server);
  await untilRoll(kiosk.page, server.url);
  await untilOffline(kiosk.page);
});
test.afterAll(async () => {
  await kiosk.discard();
  await office.discard();
  await server.stop();
});

const threeYears = 3 * 365 * 86_400_000;
const today = () => formatDay(new Date().toISOString());
const longAgo = () => formatDay(new Date(Date.now() - threeYears).toISOString());

/** Somebody of the house begins the lesson and leaves; answers who it was. */
async function learnALittle(page: Page, number: number): Promise<string> {
  const person = await comeIn(page, number);
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.getByText('Bước 1/9')).toBeVisible();
  await next(page);
  await stopHere(page);
  return person;
}

/** What staff see of the lesson on the page of that person. */
async function seenByStaff(person: string): Promise<Locator> {
  const { page } = office;
  if ((await page.locator('button[data-unsent]').count()) === 0) await signIn(page, server.url, 'tap-huan');
  await untilExchanged(page);
  await page.goto(`${server.url}/house/person/${person}`);
  return page
    .locator('[data-learning]', { hasText: 'Lần gần nhất' })
    .filter({ hasText: 'Kích hoạt' })
    .first();
}

test('a kiosk with a wrong clock, mended before the network comes: staff see today', async () => {
  const { page } = kiosk;
  await server.kill();
  await page.clock.install({ time: Date.now() - threeYears });
  await page.goto(server.url);
  const person = await learnALittle(page, 11);
  expect(await unsentOf(page), 'everything works as ever').toBeGreaterThan(0);

  await page.clock.setSystemTime(Date.now());
  await server.restart();
  await untilExchanged(page);
  expect(await unsentOf(page)).toBe(0);
  const lesson = await seenByStaff(person);
  await expect(lesson).toContainText(today());
  await expect(lesson).not.toContainText(longAgo());
  await expect(lesson.locator('[data-unsure]')).toHaveCount(0);
});

test('a kiosk with a wrong clock, mended while its power was off: staff are told that the day is not certain', async () => {
  await server.kill();
  await kiosk.kill();
  await kiosk.start();
  await kiosk.page.clock.install({ time: Date.now() - threeYears });
  await kiosk.page.goto(server.url);
  const person = await learnALittle(kiosk.page, 12);

  await kiosk.kill();
  await kiosk.start(); // with the clock that everybody has
  await server.restart();
  await kiosk.page.goto(server.url);
  await untilExchanged(kiosk.page);
  expect(await unsentOf(kiosk.page)).toBe(0);
  const lesson = await seenByStaff(person);
  await expect(lesson).toContainText(today());
  await expect(lesson).not.toContainText(longAgo());
  await expect(lesson.locator('[data-unsure]')).toHaveText('· ngày chưa chắc');
});
