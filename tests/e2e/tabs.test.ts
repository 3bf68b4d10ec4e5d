import { expect, test } from '@playwright/test';
import { pairKiosk, untilRoll } from '../support/kiosk';
import { startServer, type Server } from '../support/server';

let server: Server;

test.use({ viewport: { width: 1920, height: 1080 } });
test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('a tab that was open before the device was paired in another begins anew, as a part of the house', async ({
  page,
  context,
}) => {
  await page.goto(server.url);
  await page.locator('[data-begin]').click();
  await expect(page.locator('[data-lesson]').first()).toBeVisible(); // nobody is asked for where there is no house
  await page.evaluate(() => Object.assign(globalThis, { fromBefore: true }));
  const other = await context.newPage();
  await pairKiosk(other, server);
  await expect.poll(() => page.evaluate(() => 'fromBefore' in globalThis).catch(() => true)).toBe(false);
  await expect(page.locator('[data-lesson], [data-who]').first()).toBeVisible();
  // It stays so: neither of the two begins anew again and again.
  for (const tab of [page, other]) await tab.evaluate(() => Object.assign(globalThis, { fromBefore: true }));
  await untilRoll(page, server.url);
  expect(await other.evaluate(() => 'fromBefore' in globalThis)).toBe(true);
});
