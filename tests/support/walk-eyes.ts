import type { Page } from '@playwright/test';
import { expectSound } from './look';
import type { Place } from './resident';
import { expectKeyboard, expectUsable } from './walk-look';

/** The hardest setting a resident can choose: the largest words, the strongest contrast. */
const hardest = { theme: 'contrast', text: '4' } as const;

/**
 * Looks at what is on screen: what is cheap to see each time; a screen that is met for the first time also with axe
 * and by keyboard, as it comes and in the hardest setting.
 */
export function eyes(page: Page, place: Place): (what: string) => Promise<void> {
  const seen = new Set<string>();
  return async (what) => {
    await expectUsable(page, `${place.name}: ${what}`, place.panel !== undefined);
    if (seen.has(what)) return;
    seen.add(what);
    await expectSound(page, what, place);
    // Where the app shows it itself it goes on meanwhile; the same screens are met by whoever does it themselves.
    if ((await page.locator('[data-mode="show"]').count()) === 0)
      await expectKeyboard(page, `${place.name}: ${what}`);
    const { theme, text } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    await expectSound(page, `${what}, largest words in strong contrast`, { ...place, ...hardest });
    await page.evaluate((before) => Object.assign(document.documentElement.dataset, before), {
      theme: theme ?? 'normal',
      text: text ?? '2',
    });
  };
}
