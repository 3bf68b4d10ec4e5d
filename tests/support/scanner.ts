import { expect, type Page } from '@playwright/test';

/**
 * Types a text as a scanner does: a key every few milliseconds, then Enter. All keys are on their way at once, so that a
 * busy machine makes no pauses between them.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const keys = [...text].map((letter) => ({ key: letter, text: letter, code: codeOf(letter) }));
  const all = [...keys, { key: 'Enter', text: '\r', code: 'Enter' }];
  // `keyDown` and the moment: what Chromium gives to the page as its timeStamp.
  const start = Date.now() / 1000;
  await Promise.all(
    all.flatMap((key, at) => [
      wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp: start + at * 0.004 }),
      wire.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key: key.key,
        code: key.code,
        timestamp: start + at * 0.004 + 0.001,
      }),
    ]),
  );
  await wire.detach();
}

function codeOf(letter: string): string {
  if (letter === '-') return 'Minus';
  return /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`;
}

/** Shows a card to the scanner, once there is a screen to show it to, and waits for what the kiosk asks then. */
export async function showCard(page: Page, text: string, asked: string): Promise<void> {
  await expect(page.locator('[data-begin]:visible, [data-bar]:visible').first()).toBeVisible();
  await scan(page, text);
  await expect(page.locator(`[data-card="${asked}"]`)).toBeVisible();
}
