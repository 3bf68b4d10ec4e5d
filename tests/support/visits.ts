import { expect, type Page } from '@playwright/test';
import type { Content } from '../../src/lib/content/parse';
import { comeIn } from './kiosk';
import { doLessonLeg } from './walk-hands';
import type { LessonPlan } from './walk-plan';

/** How somebody comes to a kiosk, what they do there, and how they leave it. */
export interface Visit {
  /** Their number on the house's list, or a guest. */
  who: number | 'guest';
  /** Which of the lessons, by its place in the list of plans. */
  lesson: number;
  /** So many things are done; up to the end where the lesson is shorter. */
  things: number;
  leaves: 'stops' | 'walks away';
}

/** The visits of a day: known and unknown people, short and long, tidy and not. No two days in a row are the same. */
export function visitsOf(day: number, lessons: number): Visit[] {
  const visit = (nth: number): Visit => ({
    who: nth % 3 === 0 ? 'guest' : 11 + ((day * 5 + nth) % 12),
    lesson: (day * 3 + nth) % lessons,
    things: [4, 12, 60, 8][(day + nth) % 4] ?? 4,
    leaves: nth % 2 === 0 ? 'stops' : 'walks away',
  });
  return Array.from({ length: 6 }, (_, nth) => visit(nth));
}

const begin = (page: Page) => page.locator('[data-begin]');

/** One visit from the first screen to the first screen; answers how many things were done. The clock is the test's. */
export async function comeAndGo(
  page: Page,
  content: Content,
  plans: readonly LessonPlan[],
  visit: Visit,
): Promise<number> {
  if (visit.who === 'guest') {
    await begin(page).click();
    await page.locator('[data-who="guest"]').click();
  } else await comeIn(page, visit.who);
  const plan = plans[visit.lesson];
  if (!plan) throw new Error(`There is no lesson ${visit.lesson}`);
  await page.locator(`[data-lesson="${plan.lesson.id}"]`).click();
  const first = plan.lesson.steps[0]?.id;
  await expect(page.locator(`[data-step="${first}"]`)).toBeVisible();
  const legs = (plan.tours[0] ?? []).slice(0, visit.things);
  for (const leg of legs) await doLessonLeg(page, content, plan, leg);
  if (visit.leaves === 'stops') await stop(page);
  else await walkAway(page);
  await expect(begin(page)).toBeVisible();
  return legs.length;
}

async function stop(page: Page): Promise<void> {
  await page.clock.runFor(700);
  await page.locator('[data-bar="stop"]').last().click();
  const sure = page.getByRole('button', { name: 'Dừng ở đây' });
  await expect(sure.or(begin(page))).toBeVisible();
  if (await sure.isVisible()) await sure.click();
}

/** Nobody touches it any more: what is being said ends, it is asked, and it forgets. */
async function walkAway(page: Page): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(130_000);
    await expect(page.locator('[data-warning]').or(begin(page))).toBeVisible({ timeout: 200 });
  }).toPass();
  await page.clock.runFor(50_000);
}
