import { expect, type Page } from '@playwright/test';

/** The least room between two things a finger touches, in millimetres of a kiosk's panel (VVSG 2.0). */
const leastGapMm = 2.54;

/** What the walk looks for beyond `expectSound`: everything said, nothing cramped, every control by keyboard. */
export async function expectUsable(page: Page, what: string, isKiosk: boolean): Promise<void> {
  const { unspoken, unfilled, cramped, nameless } = await page.evaluate(inspect, isKiosk ? leastGapMm : 0);
  expect.soft(unspoken, `${what}: shown, and no string id to read it by`).toEqual([]);
  expect.soft(unfilled, `${what}: a text without its value`).toEqual([]);
  expect.soft(cramped, `${what}: closer than ${leastGapMm} mm`).toEqual([]);
  expect.soft(nameless, `${what}: a control without a name`).toEqual([]);
}

/** Every control of the stage is come to with Tab (and arrows inside a group), and shows that it is. */
export async function expectKeyboard(page: Page, what: string): Promise<void> {
  const wanted = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>(
        '[data-control], [data-choice], [data-item]:not([data-placed]), [data-part], [data-face], [data-do], [data-bar], [data-main]',
      ),
    ].filter((one) => one.checkVisibility() && !one.matches(':disabled, [aria-disabled="true"]'));
    shown.forEach((one, index) => (one.dataset['walk'] = String(index)));
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return shown.map((one) => one.outerHTML.slice(0, 120));
  });
  const met = new Set<string>();
  const faint: string[] = [];
  let first: string | undefined;
  for (let press = 0; press < wanted.length * 2 + 60 && met.size < wanted.length; press += 1) {
    await page.keyboard.press('Tab');
    const { walk, rings, html } = await page.evaluate(focused);
    if (html === first) break;
    first ??= html;
    if (walk !== undefined) met.add(walk);
    if (!rings) faint.push(html);
  }
  const missed = wanted.filter((_, index) => !met.has(String(index)));
  expect.soft(missed, `${what}: not come to with Tab`).toEqual([]);
  expect.soft(faint, `${what}: focus cannot be seen`).toEqual([]);
}

/** Runs in the page. */
function focused() {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return { walk: undefined, rings: true, html: 'body' };
  const holders = [element, element.closest<HTMLElement>('label')].filter((one) => one !== null);
  const rings = holders.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  });
  const path = [...document.querySelectorAll('*')].indexOf(element);
  const pad = element.closest<HTMLElement>('[role="group"][data-walk]'); // within it arrows lead on
  return {
    walk: element.dataset['walk'] ?? pad?.dataset['walk'],
    rings,
    html: `${path} ${element.outerHTML.slice(0, 120)}`,
  };
}

/** Runs in the page. */
function inspect(gapMm: number) {
  const top = document.querySelector('dialog[open]') ?? document.body;
  const shown = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const unspoken: string[] = [];
  const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent?.trim() ?? '';
    if (!holder || !/[\p{L}\p{N}]/u.test(text) || !shown(holder)) continue;
    if (holder.closest('[data-say], [data-key], [data-unsaid], [aria-hidden="true"], script, style, title'))
      continue;
    unspoken.push(`«${text.slice(0, 60)}» in ${holder.outerHTML.slice(0, 80)}`);
  }
  const unfilled = [...top.querySelectorAll<HTMLElement>('[data-say]')]
    .filter(
      (one) =>
        shown(one) &&
        (/\{\{|undefined/.test(one.textContent) ||
          one.textContent.trim() === '' ||
          one.textContent === one.dataset['say']),
    )
    .map((one) => `${one.dataset['say'] ?? ''}: ${one.textContent}`);

  const targets = [
    ...top.querySelectorAll<HTMLElement>('button:not([data-more]), a[href], input, [role="switch"]'),
  ]
    .map((one) => one.closest('label') ?? one)
    .filter((one, index, all) => all.indexOf(one) === index && shown(one) && isWhole(one));
  const nameless = targets
    .filter(
      (one) => one.matches('button, a') && one.textContent.trim() === '' && !one.getAttribute('aria-label'),
    )
    .map((one) => one.outerHTML.slice(0, 120));

  const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
  const least = gapMm * mm - 0.5; // half a pixel is the browser's rounding
  const boxes = gapMm > 0 ? targets.map((one) => ({ one, box: one.getBoundingClientRect() })) : [];
  const cramped: string[] = [];
  boxes.forEach(({ one, box }, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.contains(other.one) || other.one.contains(one)) continue;
      const across = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
      const down = Math.max(box.top, other.box.top) - Math.min(box.bottom, other.box.bottom);
      const gap = Math.max(across, down);
      if (gap < least)
        cramped.push(`«${name(one)}» and «${name(other.one)}»: ${gap.toFixed(1)} of ${least.toFixed(1)} px`);
    }
  });
  return { unspoken, unfilled, cramped, nameless };

  /** In sight from edge to edge: not scrolled away, not under a bar. */
  function isWhole(one: HTMLElement) {
    const { left, right, top: above, bottom } = one.getBoundingClientRect();
    const middle = [(left + right) / 2, (above + bottom) / 2] as const;
    return [middle, [middle[0], above + 2], [middle[0], bottom - 2]].every(([x = 0, y = 0]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (one.contains(hit) || hit.contains(one));
    });
  }

  function name(one: HTMLElement) {
    return (
      one.textContent.trim() ||
      (one.dataset['control'] ?? one.getAttribute('aria-label') ?? one.tagName)
    ).slice(0, 30);
  }
}
