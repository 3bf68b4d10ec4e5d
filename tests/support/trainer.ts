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

/** Signs a staff member out, so that the next one finds the door shut. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.locator('input[name="username"]')).toBeVisible();
}

/**
 * Has this device exchange everything with the server, as a person would from its pill, and waits until an exchange that
 * began after now came through: all that the server knows by now is here.
 */
export async function untilExchanged(page: Page): Promise<void> {
  const asked = await page.evaluate(() => new Date().toISOString()); // by the clock of the device, right or wrong
  const pill = page.locator('button[data-unsent]').first();
  await pill.click();
  const told = page.getByRole('dialog', { name: 'Gửi về máy chủ' });
  await told.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect
    .poll(async () => ((await pill.getAttribute('data-exchanged')) ?? '') >= asked, { timeout: 30_000 })
    .toBe(true);
  await expect(told.getByText('Lần gửi trọn vẹn gần nhất', { exact: false })).toBeVisible();
  await told.getByRole('button', { name: 'Đóng' }).click();
  await expect(told).toBeHidden();
}

/** Every line of the sheet on screen: who, under which number, and how they are marked. */
export function readSheet(page: Page): Promise<{ person: string; number: string; status: string }[]> {
  return page.locator('tr[data-person]').evaluateAll((rows) =>
    rows.map((row) => ({
      person: row.getAttribute('data-person') ?? '',
      number: row.querySelector('td')?.textContent?.trim() ?? '',
      status: row.getAttribute('data-status') ?? '',
    })),
  );
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

/** How many events this device has written and not sent. */
export async function unsentOf(page: Page): Promise<number> {
  return Number(await page.locator('[data-unsent]').first().getAttribute('data-unsent'));
}
