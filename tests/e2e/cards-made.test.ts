import { expect, test } from '@playwright/test';
import { closeSheet, makeCard, openCardDesk, scanSheet } from '../support/cards';
import { pressAgain } from '../support/learner';
import { expectSound } from '../support/look';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn, untilExchanged, untilSent } from '../support/trainer';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const a4 = { width: 210, height: 297 }; // mm

/** The pages of a PDF as Chromium writes it: width and height in millimetres. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const mm = (points = '') => Math.round((Number(points) / 72) * 25.4);
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => ({ width: mm(width), height: mm(height) }),
  );
}

// Trainers of two houses, so that each makes cards of their own.
const trainers = [
  { name: 'tablet 820×1180', size: { width: 820, height: 1180 }, username: 'tap-huan' },
  { name: 'phone 360×740', size: { width: 360, height: 740 }, username: 'tap-huan-2' },
];

for (const { name, size, username } of trainers) {
  test(`a trainer makes cards for a class and prints them: ${name}`, async ({ page }) => {
    const look = (what: string) => expectSound(page, what, { name, least: { px: 48 } });
    await page.setViewportSize(size);
    await signIn(page, server.url, username);
    await expect(page.locator('[data-class]').first()).toBeVisible();
    await untilExchanged(page);
    await openTodaysClass(page);
    for (const at of [0, 1, 2]) await page.locator('button[data-person]').nth(at).click();
    await page.getByRole('link', { name: 'Thẻ học' }).click();

    await expect(page.locator('li[data-person]')).toHaveCount(3); // who is here comes first
    await page.getByRole('switch', { name: 'Chỉ người có mặt ở lớp này' }).click();
    await expect(page.locator('li[data-person]')).toHaveCount(40);
    await page.locator('[data-choose-new]').click();
    await look('who gets a card');
    await page.locator('[data-make-cards]').click();
    await expect(page.locator('[data-card-of]')).toHaveCount(40, { timeout: 60_000 });
    await look('cards to be printed');

    const texts = await scanSheet(page, 8);
    expect(texts.filter((text) => /^NHASO1-[A-Z2-7]{162}$/.test(text))).toHaveLength(5);
    expect(new Set(texts).size).toBe(5);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([a4, a4, a4, a4]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-card-of]').first()).toBeVisible();
    await expect(page.locator('[data-print-cards]')).toBeHidden();
    await page.emulateMedia({ media: null });

    await closeSheet(page);
    await expect(page.locator('li[data-card]')).toHaveCount(40);
    await untilSent(page);
    await page.locator('[data-choose-new]').click();
    await expect(page.locator('[data-make-cards]')).toHaveCount(0);
  });
}

test('a trainer makes one card anew with a PIN, and revokes it with a reason', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, server.url, 'dieu-phoi');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await untilExchanged(page);
  await openCardDesk(page, server.url);
  await makeCard(page, 12);
  const [first = ''] = await scanSheet(page);
  await closeSheet(page);
  const line = page.locator('li[data-card]');
  const before = await line.getAttribute('data-card');

  await page.locator('[data-card-more]').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-picture]').nth(3).check();
  await dialog.locator('input[name="card-pin"]').fill('123');
  await dialog.locator('input[name="card-pin-again"]').fill('123');
  await dialog.locator('[data-card-make]').click();
  await expect(dialog.getByText('Mã PIN gồm 4 đến 6 số.')).toBeVisible();
  await expectSound(page, 'a PIN that is too short', { name: 'laptop 1280×800', least: { px: 48 } });
  await dialog.locator('input[name="card-pin"]').fill('2468');
  await pressAgain(dialog.locator('[data-card-make]'));
  await expect(dialog.getByText('Hai lần bấm chưa giống nhau.')).toBeVisible();
  await dialog.locator('input[name="card-pin-again"]').fill('2468');
  await expect(async () => {
    // Soon after the last tap it is taken for a trembling hand's second one.
    await dialog.locator('[data-card-make]').click({ timeout: 1_000 });
    await expect(page.locator('[data-card-of]')).toHaveCount(1, { timeout: 5_000 });
  }).toPass();
  expect((await scanSheet(page))[0]).not.toBe(first);
  await closeSheet(page);
  await expect(line.getByText('Có thẻ và mã PIN', { exact: false })).toBeVisible();
  expect(await line.getAttribute('data-card')).not.toBe(before);

  await page.locator('[data-card-more]').click();
  await dialog.locator('[data-card-end]').click();
  await dialog.getByRole('radio', { name: 'Thẻ hỏng' }).check();
  await expectSound(page, 'asked why it is revoked', { name: 'laptop 1280×800', least: { px: 48 } });
  await dialog.locator('[data-card-revoke]').click();
  await expect(page.getByText('Thẻ đã hủy')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('without a network nothing is made, and it is said what to do', async ({ page }) => {
  await signIn(page, server.url, 'dieu-phoi');
  await expect(page.locator('[data-class]').first()).toBeVisible();
  await untilExchanged(page);
  await openCardDesk(page, server.url);
  await page.context().setOffline(true);
  await page.locator('input[name="search"]').fill('7');
  await page.locator('li[data-person] input').check();
  await page.locator('[data-make-cards]').click();
  await expect(page.getByText('Làm thẻ cần có mạng.', { exact: false })).toBeVisible();
  await expect(page.locator('[data-sheet]')).toHaveCount(0);
});
