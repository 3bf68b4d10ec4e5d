import { expect, type Page } from '@playwright/test';

/** The password that all demo accounts have. */
export const demoPassword = 'luyen-tap-2026';

/** Signs a staff member in on a device that shows the house. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/house`);
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Opens the class that the demo plans for today, and answers its id. */
export async function openTodaysClass(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Mở lớp', exact: true }).first().click();
  await expect(page.getByRole('tab', { name: /Điểm danh/ })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Waits until nothing on this device is unsent. */
export async function untilSent(page: Page): Promise<void> {
  await expect(page.locator('[data-unsent]').first()).toHaveAttribute('data-unsent', '0', {
    timeout: 30_000,
  });
}
