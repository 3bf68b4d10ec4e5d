import { expect, test } from '@playwright/test';
import { Device } from '../support/browser';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged, untilSent } from '../support/trainer';

let server: Server;
let tablet: Device;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
});
test.afterEach(async () => {
  await tablet.discard();
  await server.stop();
});

test('a tablet whose clock is wrong says so, goes on working, and says nothing once it is mended', async () => {
  tablet = await Device.create({ width: 360, height: 740 });
  const { page } = tablet;
  const look = (what: string) => expectSound(page, what, { name: 'phone', least: { px: 48 } });
  await page.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await signIn(page, server.url, 'tap-huan');
  await untilExchanged(page);
  const notice = page.locator('[data-clock]');
  await expect(notice).toContainText('nhanh khoảng 3 giờ');
  await look('told of the clock');
  await openTodaysClass(page);
  await page.locator('button[data-person]').first().click();
  await untilSent(page);
  await page.goto(`${server.url}/device`);
  await expect(notice).toBeVisible();
  await look('told of the clock on the page of the device');

  await page.clock.setSystemTime(Date.now());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
