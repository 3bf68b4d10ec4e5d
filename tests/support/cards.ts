import { expect, type Page } from '@playwright/test';
import decode from 'qr/decode.js';
import { Buffer } from 'node:buffer';

/** Opens the desk of cards as staff who are signed in. */
export async function openCardDesk(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/house/cards`);
  await expect(page.locator('[data-choose-new]')).toBeVisible();
}

/** Makes a card for the person with this number, with a PIN where one is given; what is printed is on screen then. */
export async function makeCard(page: Page, number: number, pin = ''): Promise<void> {
  await page.locator('input[name="search"]').fill(String(number));
  await page.locator('[data-card-more]').click();
  if (pin) {
    await page.locator('input[name="card-pin"]').fill(pin);
    await page.locator('input[name="card-pin-again"]').fill(pin);
  }
  await page.locator('[data-card-make]').click();
  await expect(page.locator('[data-sheet]')).toBeVisible();
}

/** Closes the sheet, as somebody who has printed it. */
export async function closeSheet(page: Page): Promise<void> {
  await page.locator('[data-cards-done]').click();
  await page.locator('[data-cards-close]').click();
  await expect(page.locator('[data-choose-new]')).toBeVisible();
}

/** What a scanner reads off each printed card, or each nth: the squares on the screen, not what the program knows. */
export async function scanSheet(page: Page, each = 1): Promise<string[]> {
  const codes = page.locator('[data-card-of] .code');
  const texts: string[] = [];
  for (let at = 0; at < (await codes.count()); at += each) {
    const png = await codes.nth(at).screenshot({ scale: 'css' });
    texts.push(decode(await pixelsOf(page, png)));
  }
  return texts;
}

/** The pixels of a picture, which the browser itself unpacks. */
async function pixelsOf(page: Page, png: Buffer) {
  const found = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, data: Array.from(data) };
  }, png.toString('base64'));
  return { ...found, data: Uint8ClampedArray.from(found.data) };
}
