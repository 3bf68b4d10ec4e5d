import { expect, type Page } from '@playwright/test';
import { slipKey } from '../../src/lib/content/ids';
import { screenOf } from '../../src/lib/practice/machine';
import { slipBetween } from '../../src/lib/practice/walk';
import type { PracticeLeg, WayPlan } from './walk-plan';
import type { Place } from './resident';

/** Longer than the guard against a trembling hand's second tap, in milliseconds of the page's clock. */
const aMoment = 700;

/** Opens the preview of a lesson at a step, on the device of `place`; the page's clock stands still from then on. */
export async function openStep(
  page: Page,
  url: string,
  lesson: string,
  step: string,
  place: Place,
): Promise<void> {
  const asked = new URLSearchParams({
    step,
    profile: place.panel ? 'kiosk' : 'phone',
    mm: String(place.mm ?? ''),
  });
  await page.goto(`${url}/style/lesson/${lesson}?${asked.toString()}`);
}

/** Lets a moment pass, so that the next touch is a new one. */
export async function breathe(page: Page): Promise<void> {
  await page.clock.runFor(aMoment);
}

/** Does one thing of a tour with mouse and keyboard, and sees that it was answered as the machine says. */
export async function doLeg(page: Page, { app }: WayPlan, leg: PracticeLeg): Promise<void> {
  const { event, before, after } = leg;
  await breathe(page);
  if (event.type === 'enter') await enter(page, event.field, event.value);
  else if (event.type === 'pick')
    await page.locator(`[data-control="${event.field}"][data-option="${event.option}"]`).click();
  else await page.locator(`button[data-control="${event.type.slice(event.type.indexOf('.') + 1)}"]`).click();

  if (after.status === 'done') await expect(page.locator('[data-phase="done"]')).toBeVisible();
  else await expect(page.locator(`[data-screen="${screenOf(after)}"]`)).toBeVisible();
  const slip = slipBetween(before, after);
  if (slip) await expect(page.locator(`[data-say="app-${app.id}:${slipKey(slip)}"]`)).toBeVisible();
}

async function enter(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`input[data-control="${field}"]`).fill(value);
}
