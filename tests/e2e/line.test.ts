import { expect, test } from '@playwright/test';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged } from '../support/trainer';

let server: Server;

test.use({ viewport: { width: 820, height: 1180 } });
test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('what one tablet writes shows on another within seconds, not when it asks next', async ({
  page,
  browser,
}) => {
  const other = await browser.newPage({ viewport: { width: 820, height: 1180 } });
  for (const tablet of [page, other]) {
    await signIn(tablet, server.url, 'tap-huan');
    await expect(tablet.locator('[data-class]').first()).toBeVisible();
  }
  await openTodaysClass(page);
  const subscribed = other.waitForResponse(
    (answer) => answer.url().endsWith('/api/realtime') && answer.request().method() === 'POST',
  );
  await other.goto(page.url());
  expect((await subscribed).status()).toBe(204);
  await untilExchanged(other); // it asks by itself a minute from now
  for (const tablet of [page, other])
    await expect(tablet.getByText('Có mặt 0/40', { exact: true })).toBeVisible();
  await page.locator('button[data-person]').first().click();
  await expect(other.getByText('Có mặt 1/40', { exact: true })).toBeVisible({ timeout: 20_000 });
  await other.close();
});
