import { expect, test, type Locator, type Page } from '@playwright/test';
import { onScreen } from '../support/learner';
import { startServer, type Server } from '../support/server';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});

test.afterAll(async () => {
  await server.stop();
});

/** Presses Tab until the control has the focus; nobody needs more than twenty for what matters most. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control, 'reached with Tab').toBeFocused({ timeout: 1 });
}

/** Presses Enter twice, as a trembling hand does. */
async function enterTwice(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

for (const [name, size] of [
  ['kiosk', { width: 1920, height: 1080 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test(`with a keyboard alone a lesson is found and gone through, and Enter works once: ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto(server.url);
    await expect(page.locator('[data-begin]')).toBeVisible();
    await tabTo(page, page.locator('[data-begin]'));
    await page.keyboard.press('Enter');
    const lesson = page.locator('[data-lesson="vneid-activate"]');
    await expect(lesson).toBeVisible();
    await tabTo(page, lesson);
    await page.keyboard.press('Enter');

    await expect(page.getByText('Bước 1/9')).toBeVisible();
    await tabTo(page, page.locator('[data-main]'));
    await enterTwice(page);
    await expect(page.getByText('Bước 2/9')).toBeVisible();
    await expect(page.getByText('Bước 3/9')).toBeHidden();

    // The focus stays where it is, so another Enter goes on, once the hand has come to rest.
    await expect(async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByText('Bước 3/9')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByText('Bước 4/9')).toBeVisible({ timeout: 500 });
    }).toPass();
    await tabTo(page, page.locator('[data-choice="keep"]'));
    await enterTwice(page);
    await expect(page.locator('[data-main]')).toBeVisible();
    await expect(page.getByText('Bước 4/9')).toBeVisible();
    await tabTo(page, page.locator('[data-main]'));
    await page.keyboard.press('Enter');

    await onScreen(page, 'phone');
    await tabTo(page, page.locator('[data-try]'));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-mode="coach"]')).toBeVisible();
    await tabTo(page, page.locator('[data-control="open-app"]'));
    await enterTwice(page);
    await onScreen(page, 'welcome');
    await expect(page.locator('[data-screen="identify"]')).toHaveCount(0);
  });
}
