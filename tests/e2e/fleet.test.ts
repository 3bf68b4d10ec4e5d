import { expect, test, type Page } from '@playwright/test';
import { ask } from '../server/api';
import { list, superuserOf, update } from '../server/world';
import { Device } from '../support/browser';
import { pairKiosk } from '../support/kiosk';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { signIn } from '../support/trainer';

let server: Server;
let superuser: string;
let kiosk: Device;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
  superuser = await superuserOf(server);
  kiosk = await Device.create({ width: 1920, height: 1080 });
});
test.afterEach(async () => {
  await kiosk.discard();
  await server.stop();
});
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const beats = () => list<{ id: string; at: number; told: object }>(server.url, superuser, 'beats');

/** Has the server look after its fleet now, as it does every few minutes, and the page ask it. */
async function watch(page: Page): Promise<void> {
  await ask(`${server.url}/api/crons/nhaso-fleet`, { method: 'POST', token: superuser });
  await page.getByRole('button', { name: 'Xem lại' }).click();
}

/** Says on the page that the first house is open day and night, after something that cannot be read. */
async function openAlways(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  const hours = page.locator('[data-hours-of]').first();
  await expect(hours).toContainText('Chưa ai đặt');
  await hours.locator('[data-edit]').click();
  await hours.locator('input[name="hours-0"]').fill('17-7');
  await hours.locator('input[name="warn-after"]').fill('10');
  await hours.locator('[data-save]').click();
  await expect(hours.getByText('Giờ đóng phải sau giờ mở.', { exact: false })).toBeVisible();
  await expect(hours.getByText('Hãy ghi một số từ 120 đến 300.')).toBeVisible();
  await look('hours that cannot be read');
  for (let day = 0; day < 7; day++) await hours.locator(`input[name="hours-${day}"]`).fill('0-24');
  await hours.locator('input[name="warn-after"]').fill('180');
  await hours.locator('[data-save]').click();
  await expect(hours.getByText('Đã lưu.', { exact: false })).toBeVisible();
  await expect(hours).toContainText('0:00-24:00');
  await expect(page.locator('[data-unsent]').first()).toHaveAttribute('data-unsent', '0', {
    timeout: 30_000,
  });
}

for (const size of [
  { width: 820, height: 1180 },
  { width: 360, height: 740 },
]) {
  const name = `${size.width}×${size.height}`;
  test(`a coordinator sees a kiosk run, fall silent, and lose its storage: ${name}`, async ({ page }) => {
    const look = (what: string) => expectSound(page, what, { name, least: { px: 48 } });
    await page.setViewportSize(size);
    await pairKiosk(kiosk.page, server);
    await expect.poll(async () => (await beats()).length, { timeout: 30_000 }).toBe(1);
    expect((await beats())[0]?.told).toMatchObject({
      canary: { disk: true, cache: true },
      events: { unsent: 0 },
      boots: 1,
    });

    await signIn(page, server.url, 'dieu-phoi');
    await page.getByRole('link', { name: 'Máy ở các nhà' }).click();
    const device = page.locator('[data-device]:not([data-standing="never"])');
    await expect(device).toHaveAttribute('data-standing', 'online');
    await expect(device.locator('[data-fact="storage"]')).toContainText('MB');
    await look('a fleet that lacks nothing');
    await openAlways(page, look);

    await kiosk.kill();
    const [heard] = await beats();
    await update(server.url, superuser, 'beats', heard?.id ?? '', { at: Date.now() - 20 * 60_000 });
    const offline = page.locator('[data-alert="offline"][data-open="true"]');
    await expect(async () => {
      await watch(page);
      await expect(offline).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(device).toHaveAttribute('data-standing', 'offline');
    await offline.locator('[data-see]').click();
    await expect(offline.locator('[data-seen]')).toContainText('đã thấy');
    await look('a kiosk that is out of reach');

    await kiosk.start();
    await kiosk.page.addInitScript(() => {
      Cache.prototype.put = () => Promise.reject(new Error('the disk takes nothing'));
    });
    await kiosk.page.goto(server.url);
    const broken = page.locator('[data-alert="disk"][data-open="true"]');
    await expect(async () => {
      await watch(page);
      await expect(broken).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 45_000 });
    await expect(device).toHaveAttribute('data-standing', 'online');
    expect((await beats())[0]?.told).toMatchObject({ boots: 2, canary: { disk: true, cache: false } });
    await expect(device.locator('[data-fact="storage"]')).toContainText('không ghi được');
    await expect(page.locator('[data-alert="offline"][data-open="true"]')).toHaveCount(0);
    await page.getByText('Đã xong').click();
    await page.getByRole('button', { name: 'Xem bảng số' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await look('what was, and the figures of a line');

    const download = page.waitForEvent('download');
    await page.locator('[data-csv]').click();
    expect((await download).suggestedFilename()).toMatch(/^duong-mang-\d{4}-\d\d-\d\d\.csv$/);
  });
}
