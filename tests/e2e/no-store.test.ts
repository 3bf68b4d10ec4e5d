import { expect, test } from '@playwright/test';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';

let server: Server;

test.use({ viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } });
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

test('a browser that lets nothing be kept is told what to do, and once it does the app begins', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('mended')) return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  });
  for (const path of ['/learn', '/house', '/']) {
    await page.goto(`${server.url}${path}`);
    await expect(page.getByText('không cho Nhà Số giữ gì trên máy')).toBeVisible();
  }
  await expectSound(page, 'nothing can be kept', { name: 'phone 360×740', least: { px: 48 } });
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByText('private (incognito) window', { exact: false })).toBeVisible();

  await page.evaluate(() => localStorage.setItem('mended', 'yes'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-begin]')).toBeVisible();
});
