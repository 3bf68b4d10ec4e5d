import { expect, test, type Browser, type Page } from '@playwright/test';
import type { ErrorResponse } from '$lib/sync/protocol';
import { ask } from '../server/api';
import { untilOffline } from '../support/browser';
import { pressAgain } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { demoPassword, openTodaysClass, signOut, untilExchanged, untilSent } from '../support/trainer';

let server: Server;
let house: string;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
  const houses = JSON.parse(await server.command('list-houses')) as { id: string }[];
  house = houses[0]?.id ?? '';
});
test.afterEach(() => server.stop());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const chosen = 'Con mèo đi hia 3';

/** Comes to the door and tries to come in. */
async function knock(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[name="username"]:visible').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** A coordinator comes to the staff of the first house by the way there is from the classes. */
async function comeToStaff(page: Page): Promise<void> {
  await page.goto(`${server.url}/house`);
  await knock(page, 'dieu-phoi', demoPassword);
  await page.getByRole('link', { name: 'Người làm ở đây' }).click();
  await expect(page.locator('li[data-person="tap-huan"]')).toBeVisible();
}

/** Adds a trainer and answers the one-time password, which stays on screen. */
async function addTrainer(page: Page, username: string, name: string): Promise<string> {
  await page.locator('[data-add]').click();
  await page.locator('input[name="staff-name"]').fill(name);
  await page.locator('input[name="staff-username"]').fill(username);
  await page.getByRole('dialog').locator('[data-confirm]').click();
  return (await page.locator('[data-password]').textContent()) ?? '';
}

/** Somebody's own device, at the door of the house. */
async function ownDevice(browser: Browser, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.url}/house`);
  return page;
}

/** Chooses a password where one is asked for. */
async function choose(page: Page, typed: string, again = typed): Promise<void> {
  await page.locator('input[name="new-password"]').fill(typed);
  await page.locator('input[name="new-password-again"]').fill(again);
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
}

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

for (const size of sizes) {
  const name = `${size.width}×${size.height}`;
  test(`a trainer is added, comes in with a password of their own, and is out when the role ends: ${name}`, async ({
    page,
    browser,
  }) => {
    const look = (at: Page, what: string) => expectSound(at, what, { name, least: { px: 48 } });
    await page.setViewportSize(size);
    await comeToStaff(page);
    await look(page, 'who works here');

    await page.locator('[data-add]').click();
    await page.getByRole('dialog').locator('[data-confirm]').click();
    await expect(page.getByText('Hãy ghi họ và tên, không quá 80 chữ.')).toBeVisible();
    await look(page, 'somebody new, without a name');
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
    const password = await addTrainer(page, 'lan-kp3', 'Trần Thị Lan');
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    await look(page, 'a one-time password');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-password]')).toBeVisible();
    await expect(page.locator('li[data-person="tap-huan"]')).toBeHidden();
    await expect(page.locator('[data-told-done]')).toBeHidden();
    expect((await page.pdf()).toString('latin1').match(/\/MediaBox/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
    await page.locator('[data-told-done]').click();
    expect(await page.content()).not.toContain(password);
    const lan = page.locator('li[data-person="lan-kp3"]');
    await expect(lan).toContainText('Chờ đăng nhập lần đầu');
    await expect(page.locator('li[data-act="add"]')).toContainText('thêm Trần Thị Lan: Người hướng dẫn');

    const tablet = await ownDevice(browser, size);
    let token = '';
    tablet.on('request', (request) => (token = request.headers()['authorization'] ?? token));
    await knock(tablet, 'lan-kp3', password);
    await expect(tablet.getByRole('heading', { name: 'Đặt mật khẩu của mình' })).toBeVisible();
    await look(tablet, 'asked for a new password');
    await choose(tablet, 'matkhau123');
    await expect(tablet.getByText('Mật khẩu này dễ đoán', { exact: false })).toBeVisible();
    await look(tablet, 'one that is easy to guess');
    await choose(tablet, chosen, 'Con mèo đi hia 4');
    await expect(tablet.getByText('Hai lần gõ chưa giống nhau.', { exact: false })).toBeVisible();
    await look(tablet, 'two that differ');
    await choose(tablet, chosen);
    await openTodaysClass(tablet);
    await expect(tablet.locator('button[data-person]')).toHaveCount(40, { timeout: 60_000 });
    await untilSent(tablet);

    await page.reload();
    await expect(lan).not.toContainText('Chờ đăng nhập lần đầu');
    await lan.getByText('Thay đổi').click();
    await look(page, 'what may be changed');
    await lan.locator('[data-does="end-trainer"]').click();
    await expect(page.locator('[data-done="staff:done.end"]')).toBeVisible();
    await look(page, 'a role that ended');
    await page.locator('[data-does="undo"]').click();
    await expect(lan.locator('[data-role="trainer"]')).toBeVisible();
    await lan.getByText('Thay đổi').click();
    await lan.locator('[data-does="end-trainer"]').click();
    await expect(page.locator('[data-done="staff:done.end"]')).toBeVisible();

    const pull = () => ask<ErrorResponse>(`${server.url}/api/v1/sync/pull?house=${house}`, { token });
    expect((await pull()).body.error.code).toBe('not-allowed');
    await tablet.reload();
    await expect(tablet.getByText('Tài khoản này chưa có màn hình riêng.')).toBeVisible();
    await tablet.context().close();
  });
}

test('a new password and a closed account ask first; without a network nothing changes', async ({ page }) => {
  const look = (what: string) => expectSound(page, what, { name: '1280×800', least: { px: 48 } });
  await page.setViewportSize({ width: 1280, height: 800 });
  await comeToStaff(page);
  await addTrainer(page, 'binh-kp3', 'Lê Văn Bình');
  await page.locator('[data-told-done]').click();
  const binh = page.locator('li[data-person="binh-kp3"]');
  await binh.getByText('Thay đổi').click();

  await page.context().setOffline(true);
  await binh.locator('[data-does="close"]').click();
  await page.getByRole('dialog').locator('[data-confirm]').click();
  await expect(page.getByText('Chưa có gì thay đổi', { exact: false })).toBeVisible();
  await look('without a network');
  await page.context().setOffline(false);
  await pressAgain(page.getByRole('dialog').locator('[data-confirm]'));
  await expect(binh).toHaveAttribute('data-closed', 'true');
  await page.locator('[data-does="undo"]').click();
  await expect(binh).not.toHaveAttribute('data-closed', 'true');

  await binh.locator('[data-does="reset"]').click();
  await look('asked whether to give a new password');
  await page.getByRole('dialog').locator('[data-confirm]').click();
  await expect(page.locator('[data-password]')).toBeVisible();
  await page.locator('[data-told-done]').click();

  // Nobody else of the house sees any of this.
  await page.goto(`${server.url}/house`);
  await signOut(page);
  await knock(page, 'tap-huan', demoPassword);
  await expect(page.getByRole('link', { name: 'Tài khoản của tôi' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Người làm ở đây' })).toHaveCount(0);
  await page.goto(`${server.url}/house/staff`);
  await expect(page.getByText('dành cho người điều phối', { exact: false })).toBeVisible();
});

test('a changed password counts without a network too, and signing out everywhere loses nothing', async ({
  page,
  browser,
}) => {
  test.slow(); // three people, two devices and a day without a network
  const size = { width: 360, height: 740 };
  const look = (at: Page, what: string) => expectSound(at, what, { name: '360×740', least: { px: 48 } });
  await page.setViewportSize({ width: 1280, height: 800 });
  await comeToStaff(page);
  const oneTime = await addTrainer(page, 'hoa-kp3', 'Phạm Thị Hoa');

  const phone = await ownDevice(browser, size);
  await knock(phone, 'hoa-kp3', oneTime);
  await choose(phone, chosen);
  await untilExchanged(phone);
  await untilOffline(phone);

  await phone.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await look(phone, 'my account');
  await phone.locator('input[name="old-password"]').fill('sai rồi nhé');
  await choose(phone, `${chosen} mới`);
  await expect(phone.getByText('Mật khẩu hiện nay chưa đúng.', { exact: false })).toBeVisible();
  await look(phone, 'the old password was wrong'); // longer than two taps of a trembling hand, which count as one
  await phone.locator('input[name="old-password"]').fill(chosen);
  await choose(phone, `${chosen} mới`);
  await expect(phone.locator('[data-changed]')).toBeVisible();
  await phone.goto(`${server.url}/house`);
  await signOut(phone);

  await phone.context().setOffline(true);
  await knock(phone, 'hoa-kp3', chosen);
  await expect(phone.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.', { exact: false })).toBeVisible();
  await look(phone, 'the old password without a network');
  await knock(phone, 'hoa-kp3', `${chosen} mới`);
  await openTodaysClass(phone); // written down, and not sent
  await expect(phone.locator('[data-unsent]').first()).not.toHaveAttribute('data-unsent', '0');

  const tablet = await ownDevice(browser, size);
  await knock(tablet, 'hoa-kp3', `${chosen} mới`);
  await tablet.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await tablet.locator('[data-everywhere]').click();
  await look(tablet, 'asked whether to sign out everywhere');
  await tablet.getByRole('dialog').locator('[data-confirm]').click();
  await expect(tablet.locator('input[name="username"]:visible')).toBeVisible();

  // The phone is out as well; what it holds waits there until its owner is back.
  await phone.context().setOffline(false);
  await phone.reload();
  await expect(phone.getByText('Cần đăng nhập lại')).toBeVisible();
  await expect(phone.locator('[data-unsent]').first()).not.toHaveAttribute('data-unsent', '0');
  await signOut(phone);
  await expect(phone.locator('[data-unsent]').first()).not.toHaveAttribute('data-unsent', '0');
  await knock(phone, 'hoa-kp3', `${chosen} mới`);
  await untilSent(phone);
  await tablet.context().close();
  await phone.context().close();
});
