import { expect, test, type Page } from '@playwright/test';
import { startServer, type Server } from '../support/server';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

const length = (page: Page) => page.locator('.ruler').evaluate((line) => line.getBoundingClientRect().width);

test('a panel of no size that is listed is set by a ruler, and stays so', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${server.url}/device`);
  await page.getByRole('radio', { name: 'Màn hình 21.5 inch' }).check();
  const listed = await length(page);
  for (let press = 0; press < 5; press += 1) await page.locator('[data-measure="longer"]').click();
  await expect.poll(() => length(page)).toBeCloseTo(listed * 1.01 ** 5, 0);
  await expect(page.getByRole('radio', { name: 'Cỡ khác, đã chỉnh theo thước' })).toBeChecked();
  const measured = await length(page);

  await page.reload();
  await expect(page.locator('.ruler')).toBeVisible();
  await expect.poll(() => length(page)).toBeCloseTo(measured, 1);

  await page.locator('[data-measure="shorter"]').click();
  await expect.poll(() => length(page)).toBeCloseTo(measured / 1.01, 0);
  await page.getByRole('radio', { name: 'Màn hình 21.5 inch' }).check();
  await expect.poll(() => length(page)).toBeCloseTo(listed, 1);
  await expect(page.getByRole('radio', { name: 'Cỡ khác, đã chỉnh theo thước' })).toHaveCount(0);
});
