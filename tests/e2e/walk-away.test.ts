import { expect, test, type Page } from '@playwright/test';
import { Device } from '../support/browser';
import { filesWith, foundIn, waysBack } from '../support/canary';
import { chooseLook, lookOf } from '../support/choices';
import { pairKiosk, sayNumber, untilRoll } from '../support/kiosk';
import { fill, next, onScreen, pressOn, tryIt } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { signIn, unsentOf, untilExchanged } from '../support/trainer';

/** What she types stands nowhere else in the world; the second is what a field of letters is given. */
const canary = { number: '079451237704', phone: '0377045512' };
const texts = Object.values(canary);

let server: Server;
let kiosk: Device;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
  await pairKiosk(kiosk.page, server);
  await untilRoll(kiosk.page, server.url);
});
test.afterAll(async () => {
  await kiosk.discard();
  await server.stop();
});

const warning = (page: Page) => page.locator('[data-warning]');

/** Nobody touches the kiosk for so many seconds. */
const pass = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000);

/** From here on time passes as the test says, and no busy machine makes it pass faster. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
}

/** A learner of the house in the middle of a form, with words as large as they go. */
async function typeHalfAForm(page: Page): Promise<void> {
  await sayNumber(page, 12);
  await expect(page.locator('.name[data-reading]'), 'her name is said, too').toBeVisible();
  await page.getByRole('button', { name: 'Đúng là tôi' }).click();
  await chooseLook(page, { theme: 'contrast', text: '3' });
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.getByText('Bước 1/9')).toBeVisible();
  await server.kill(); // so that what she does has to wait here
  await next(page);
  await next(page); // how sure she is, she does not say
  await next(page);
  await page.locator('[data-choice="keep"]').click();
  await next(page);
  await tryIt(page);
  await pressOn(page, 'open-app', 'welcome');
  await pressOn(page, 'activate', 'identify');
  await fill(page, 'id-number', canary.number);
  await fill(page, 'phone', canary.phone);
}

test('somebody who is still there is asked, says so, and finds everything as it was', async () => {
  const { page } = kiosk;
  await typeHalfAForm(page);
  await stopTheClock(page);
  await page.locator('.stage').click({ position: { x: 2, y: 2 } });
  for (let asked = 0; asked < 3; asked += 1) {
    await pass(page, 119);
    await expect(warning(page)).toBeHidden();
    await pass(page, 2);
    await expect(warning(page)).toBeVisible();
    await pass(page, 40);
    await expect(page.locator('[data-left]')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(warning(page)).toBeVisible();
    await page.locator('[data-stay]').click();
    await expect(warning(page)).toBeHidden();
  }
  await onScreen(page, 'identify');
  await expect(page.locator('input[data-control="id-number"]')).toHaveValue(/^079 ?451 ?237 ?704$/);
  await expect(page.locator('input[data-control="phone"]')).toHaveValue(/^0377 ?045 ?512$/);
  const seen = await foundIn(page, texts);
  expect(seen, 'this test sees what is there').toEqual(expect.arrayContaining(['heap', 'screen']));
});

test('a resident who walks away leaves nothing behind', async () => {
  const { page } = kiosk;
  await expect.poll(() => unsentOf(page)).toBeGreaterThan(0);
  const unsent = await unsentOf(page);
  await pass(page, 121);
  await expect(warning(page)).toBeVisible();
  await pass(page, 46);
  await expect(page.getByText('Màn hình đã quên hết. Mời người tiếp theo.')).toBeVisible();
  await page.clock.resume();

  expect(await foundIn(page, texts)).toEqual([]);
  expect(await lookOf(page)).toEqual({ theme: 'normal', text: '2' });
  expect(await unsentOf(page), 'what she did is kept').toBeGreaterThanOrEqual(unsent);

  await test.step('no step back in the browser leads to her', async () => {
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.locator('[data-begin]')).toBeVisible();
    expect(await waysBack(page)).not.toContain('/learn/');
  });

  await test.step('and no file of the browser holds what she typed, when it is off', async () => {
    await kiosk.kill();
    expect(await filesWith(kiosk.profile, texts)).toEqual([]);
    await kiosk.start();
  });

  await test.step('what she did is sent when the server is there again', async () => {
    await server.restart();
    await kiosk.page.goto(server.url);
    await untilExchanged(kiosk.page);
    expect(await unsentOf(kiosk.page)).toBe(0);
  });
});

test('staff who walk away from a kiosk are signed out, and the question stands over their page', async () => {
  const { page } = kiosk;
  await signIn(page, server.url, 'tap-huan');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await stopTheClock(page);
  await page.keyboard.press('Shift');
  await pass(page, 121);
  await expect(warning(page)).toBeVisible();
  await page.locator('[data-done]').click();
  await expect(page.locator('[data-begin]')).toBeVisible();
  await page.goto(`${server.url}/house`);
  await expect(page.locator('input[name="username"]')).toBeVisible();
});
