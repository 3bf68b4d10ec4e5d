import { expect, test } from '@playwright/test';
import { chooseLook } from '../support/choices';
import { next } from '../support/learner';
import { startServer, type Server } from '../support/server';
import { openTodaysClass, signIn } from '../support/trainer';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

const a5 = { width: 148, height: 210 }; // mm

/** The pages of a PDF as Chromium writes it: width and height in millimetres. */
function pagesOf(pdf: Buffer): { width: number; height: number }[] {
  const mm = (points = '') => Math.round((Number(points) / 72) * 25.4);
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => ({ width: mm(width), height: mm(height) }),
  );
}

for (const size of [
  { width: 1920, height: 1080 },
  { width: 360, height: 740 },
]) {
  test(`the card of each lesson is one half sheet, whatever screen it is printed from: ${size.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto(`${server.url}/learn`);
    const lessons = page.locator('[data-lesson]');
    await expect(lessons.first()).toBeVisible();
    const ids = await lessons.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-lesson')));
    await chooseLook(page, { theme: 'contrast', text: '4' });
    for (const id of ids) {
      await page.goto(`${server.url}/learn/${id}/card`);
      await expect(page.locator(`[data-card="${id}"]`)).toBeVisible();
      expect.soft(pagesOf(await page.pdf({ preferCSSPageSize: true })), `${id}`).toEqual([a5]);
    }
  });
}

test('what is printed is the card alone: the rule of safety, the number to call, and nobody’s name', async ({
  page,
}) => {
  await page.goto(`${server.url}/learn/vneid-activate/card`);
  const card = page.locator('[data-card]');
  await expect(card.getByText('không đưa cho ai, kể cả', { exact: false })).toBeVisible();
  await expect(card.getByText('Cần giúp, gọi 1900.0368')).toBeVisible();
  await expect(card.getByText('Người hướng dẫn:')).toBeVisible();
  await expect(card).not.toContainText('Mẫu');
  await page.emulateMedia({ media: 'print' });
  await expect(card).toBeVisible();
  await expect(page.locator('[data-print-card]')).toBeHidden();
  await expect(page.locator('[data-settings-open]')).toBeHidden();
});

test('a trainer comes to the card from the class', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  await signIn(page, server.url, 'tap-huan');
  await openTodaysClass(page);
  await page.getByRole('tab', { name: /Việc học/ }).click();
  await page.locator('a[href="/learn/vneid-activate/card"]').click();
  await expect(page.locator('[data-card="vneid-activate"]')).toBeVisible();
  await page.locator('[data-bar="back"]').click();
  await expect(page.getByRole('tab', { name: /Việc học/ })).toBeVisible();
});

test('at home the list of lessons offers first what is half done', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(server.url);
  await page.locator('[data-begin]').click();
  await expect(page.locator('[data-track="e-id"] [data-lesson="vneid-activate"]')).toBeVisible();
  await expect(page.locator('[data-next]')).toHaveCount(0);
  await page.locator('[data-lesson="vneid-activate"]').click();
  await next(page);
  await page.goto(`${server.url}/learn`);
  await expect(page.getByRole('heading', { name: 'Làm tiếp' })).toBeVisible();
  await page.locator('[data-next="vneid-activate"]').click();
  await expect(page.getByText(/^Bước 2\//)).toBeVisible();
});
