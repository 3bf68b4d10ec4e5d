import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** How a screen is looked at. */
export interface Look {
  /** Names the device and the way it is set, in what is said of a fault. */
  name: string;
  /** The least height and width of what a finger touches: millimetres of the panel, or CSS pixels. */
  least: { mm: number } | { px: number };
}

/** The criteria of WCAG 2.2, levels A and AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Looks at the screen that is open: axe has no objection, whatever can be touched is large enough, nothing is
 * wider than the screen, and nothing moves for whoever asked for less motion.
 */
export async function expectSound(page: Page, what: string, look: Look): Promise<void> {
  const at = `${look.name}: ${what}`;
  await atRest(page);
  const { small, wider, moving } = await page.evaluate(measure, look.least);
  expect.soft(small, `${at}: too small for a finger`).toEqual([]);
  expect.soft(wider, `${at}: wider than the screen`).toBeLessThanOrEqual(0);
  expect.soft(moving, `${at}: moves`).toEqual([]);
  expect.soft(await objections(page), `${at}: axe`).toEqual([]);
}

/** Waits until the screen has come to rest. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Two frames: what observes sizes answers in the next one.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** What axe objects to: the rule, the elements, and why. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false })
    .withTags(wcag) // after the options, which would replace them
    .setLegacyMode(true) // there are no frames here
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Runs in the page. */
function measure(least: Look['least']) {
  const root = document.documentElement;
  const mm = parseFloat(getComputedStyle(root).getPropertyValue('--mm'));
  const side = ('mm' in least ? least.mm * mm : least.px) - 0.5; // half a pixel is the browser's rounding
  const touchable = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="switch"]';
  const small: string[] = [];
  for (const element of (document.querySelector('dialog[open]') ?? root).querySelectorAll(touchable)) {
    const target = element.closest('label') ?? element; // of a radio or a switch the whole label can be touched
    const inSentence = element.matches('p a') && getComputedStyle(element).display === 'inline';
    if (inSentence || !target.checkVisibility()) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width >= side && height >= side) continue;
    const name = target.textContent.trim().slice(0, 40) || element.outerHTML.slice(0, 80);
    small.push(`«${name}» ${width.toFixed(1)}×${height.toFixed(1)} of ${side.toFixed(1)} px`);
  }
  const moving = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 80) : '?'));
  return { small, wider: root.scrollWidth - root.clientWidth, moving };
}
