import { expect, test } from '@playwright/test';
import { pressAgain } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged } from '../support/trainer';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

test.use({ contextOptions: { reducedMotion: 'reduce' } });

// Trainers of two houses, so that each opens a class of their own.
const trainers = [
  { name: 'tablet 820×1180', size: { width: 820, height: 1180 }, username: 'tap-huan' },
  { name: 'phone 360×740', size: { width: 360, height: 740 }, username: 'tap-huan-2' },
];

for (const { name, size, username } of trainers) {
  test(`every screen of a trainer can be read, reached and touched: ${name}`, async ({ page }) => {
    const look = (what: string) => expectSound(page, what, { name, least: { px: 48 } });
    const dialog = page.getByRole('dialog');
    await page.setViewportSize(size);

    await page.goto(`${server.url}/house`);
    await expect(page.locator('input[name="username"]')).toBeVisible();
    await look('the door');
    await signIn(page, server.url, username);
    await expect(page.locator('[data-class]').first()).toBeVisible();
    await untilExchanged(page);
    await look('classes');

    const session = await openTodaysClass(page);
    await expect(page.locator('button[data-person]')).toHaveCount(40);
    await look('roll call');
    const tile = page.locator('button[data-person]').nth(20);
    const person = (await tile.getAttribute('data-person')) ?? '';
    await tile.click();
    await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    await look('somebody marked');
    await pressAgain(tile);
    await expect(dialog).toBeVisible();
    await look('what else they may be');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Thêm người' }).click();
    await dialog.getByRole('button', { name: 'Thêm và điểm danh' }).click();
    await expect(dialog.getByText('Hãy ghi họ và tên.')).toBeVisible();
    await look('somebody new, without a name');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('tab', { name: /Việc học/ }).click();
    await expect(page.locator('a[data-person]')).toHaveCount(40);
    await look('who is stuck');
    await page.getByRole('button', { name: 'Đóng lớp' }).click();
    await expect(dialog).toBeVisible();
    await look('asked whether to close');
    await dialog.getByRole('button', { name: 'Đóng lớp' }).click();
    await expect(page.getByText('Lớp đã đóng lúc', { exact: false })).toBeVisible();
    await page.getByRole('tab', { name: /Điểm danh/ }).click();
    await look('class closed');

    await page.goto(`${server.url}/house/class/${session}/sheet`);
    await expect(page.locator('tr[data-person]')).toHaveCount(40);
    await look('sheet');
    await page.goto(`${server.url}/house/person/${person}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('a person');
    await page.goto(`${server.url}/house/person/khong-co`);
    await expect(page.getByText('Không thấy người này trên máy.')).toBeVisible();
    await look('a person who is not here');
    await page.goto(`${server.url}/device`);
    await expect(page.getByRole('radio').first()).toBeVisible();
    await look('device');
    await page.locator('button[data-unsent]').click();
    await expect(dialog).toBeVisible();
    await look('what is sent');
  });
}
