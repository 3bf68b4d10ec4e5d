import { expect, type Page } from '@playwright/test';
import type { Choices } from '$lib/settings/choices';

/** Chooses colours and size of text as a person does, and closes the dialog again. */
export async function chooseLook(page: Page, { theme, text }: Partial<Pick<Choices, 'theme' | 'text'>>) {
  await page.locator('[data-settings-open]').click();
  const dialog = page.locator('dialog[data-settings]');
  if (text) await dialog.locator(`input[value="${text}"]`).check();
  await dialog.getByRole('tab').nth(1).click();
  if (theme) await dialog.locator(`input[value="${theme}"]`).check();
  await dialog.locator('[data-done]').click();
  await expect(dialog).toBeHidden();
}

/** How the screen looks now: colours and size of text. */
export function lookOf(page: Page): Promise<{ theme: string | undefined; text: string | undefined }> {
  return page.evaluate(() => {
    const { theme, text } = document.documentElement.dataset;
    return { theme, text };
  });
}
