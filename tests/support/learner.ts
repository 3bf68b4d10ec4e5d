import { expect, type Locator, type Page } from '@playwright/test';

/** What Bà Mẫu's card says; a resident reads it off the screen. */
export const card = {
  id: '000150000001',
  phone: '0100000123',
  otp: '482915',
  password: 'Nhaso#2026',
  passcode: '246810',
};

/**
 * Presses a button, and again only where that was taken for a trembling hand's second tap: tests are quicker than
 * hands.
 */
export async function pressAgain(button: Locator): Promise<void> {
  const page = button.page();
  await expect(async () => {
    await page.evaluate(() => {
      const note = (event: Event) => Object.assign(window, { lastClick: event });
      addEventListener('click', note, { once: true, capture: true });
    });
    await button.click();
    const echo = await page.evaluate(
      () => 'lastClick' in window && (window.lastClick as Event).defaultPrevented,
    );
    expect(echo).toBe(false);
  }).toPass({ timeout: 60_000 });
}

/** Goes on to the next step of a lesson, as somebody who waits for the screen to change: a busy machine answers late. */
export async function next(page: Page): Promise<void> {
  const stage = page.locator('.stage');
  await expect(page.locator('[data-main]')).toBeVisible();
  const before = await stage.innerText();
  await pressAgain(page.locator('[data-main]'));
  await expect(stage).not.toHaveText(before, { timeout: 30_000, useInnerText: true });
}

/** Says how sure one feels, by the nth of the five faces, and goes on. */
export async function rate(page: Page, face: number): Promise<void> {
  await page.locator(`[data-face="${face}"]`).click();
  await next(page);
}

/** Does oneself what the app was showing. */
export async function tryIt(page: Page): Promise<void> {
  await page.locator('[data-try]').click();
  await expect(page.locator('[data-mode="coach"]')).toBeVisible();
}

/** Presses a control of the practice app. */
export async function press(page: Page, control: string): Promise<void> {
  await page.locator(`button[data-control="${control}"]`).click();
}

/**
 * Presses a control that leads to another screen; once more where the press came so soon after the last one that
 * it was taken for a trembling hand's second tap.
 */
export async function pressOn(page: Page, control: string, screen: string): Promise<void> {
  const there = page.locator(`[data-screen="${screen}"]`);
  await expect(async () => {
    if (!(await there.isVisible())) await press(page, control);
    await expect(there).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
}

/** Writes into a field of the practice app with a keyboard. */
export async function fill(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`input[data-control="${field}"]`).fill(value);
}

/** Presses the keys of the screen's own pad, one by one. */
export async function tapDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** Waits for a screen of the practice app. */
export async function onScreen(page: Page, screen: string): Promise<void> {
  await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible();
}

/** The practice app of VNeID from the phone's first screen to the code. */
export async function untilCode(page: Page): Promise<void> {
  await pressOn(page, 'open-app', 'welcome');
  await pressOn(page, 'activate', 'identify');
  await fill(page, 'id-number', card.id);
  await fill(page, 'phone', card.phone);
  await pressOn(page, 'send', 'otp');
}

/** … and from the code to the account at level 2. */
export async function fromCode(page: Page): Promise<void> {
  await fill(page, 'otp', card.otp);
  await pressOn(page, 'confirm', 'password');
  await fill(page, 'password', card.password);
  await pressOn(page, 'next', 'passcode');
  await fill(page, 'passcode', card.passcode);
  await fill(page, 'repeat', card.passcode);
  await pressOn(page, 'next', 'questions');
  for (const option of ['friend', 'pet']) await page.locator(`[data-option="${option}"]`).click();
  await pressOn(page, 'next', 'answers');
  for (const question of ['friend', 'pet']) {
    await page.locator(`[data-control="${question}"][data-option="hers"]`).click();
  }
  await pressOn(page, 'finish', 'activated');
  await pressOn(page, 'done', 'log-in');
  await fill(page, 'pin', card.passcode);
  await press(page, 'enter');
}
