import { expect, type Page } from '@playwright/test';
import { tapDigits } from './learner';
import type { Server } from './server';

/** Makes a browser the kiosk of the demo's first house, as an installer does; a panel is chosen where one is named. */
export async function pairKiosk(page: Page, server: Server, panel?: string): Promise<void> {
  const { houses } = JSON.parse(await server.command('demo')) as { houses: { id: string; name: string }[] };
  const house = houses[0] ?? { id: '', name: '' };
  const { code } = JSON.parse(await server.command('pair-code', house.id)) as { code: string };
  await page.goto(`${server.url}/device#code=${code}`);
  if (panel) await page.getByRole('radio', { name: panel }).check();
  await page.getByRole('button', { name: 'Ghép máy' }).click();
  await expect(page.getByText(`Máy này thuộc ${house.name}`)).toBeVisible();
}

/** Comes to the paired kiosk's first screen and waits until the roll is there: then it asks who comes. */
export async function untilRoll(page: Page, url: string): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await page.locator('[data-begin]').click();
    await expect(page.locator('[data-who="number"]')).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Says who one is by a number, up to the picture that is to be known again; `typing` looks at the screen of keys. */
export async function sayNumber(page: Page, number: number, typing?: () => Promise<void>): Promise<void> {
  await page.locator('[data-who="number"]').click();
  await typing?.();
  await tapDigits(page, String(number));
  await page.getByRole('button', { name: 'Xong' }).click();
  await expect(page.locator('button[data-person]')).toBeVisible();
}

/** Comes in from the first screen as somebody of the house, up to the list of lessons; answers their id. */
export async function comeIn(page: Page, number: number): Promise<string> {
  await page.locator('[data-begin]').click();
  await sayNumber(page, number);
  const person = (await page.locator('button[data-person]').getAttribute('data-person')) ?? '';
  await page.getByRole('button', { name: 'Đúng là tôi' }).click();
  return person;
}

/** Leaves in the middle of a lesson. */
export async function stopHere(page: Page): Promise<void> {
  await page.locator('[data-bar="stop"]').last().click();
  await page.getByRole('button', { name: 'Dừng ở đây' }).click();
  await expect(page.locator('[data-begin]')).toBeVisible();
}
