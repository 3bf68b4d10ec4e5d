import axe from 'axe-core';
import type { Component } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import './base.css';

type Examples = { default: Component };
const all = Object.entries({
  ...import.meta.glob<Examples>('./*.examples.svelte', { eager: true }),
  ...import.meta.glob<Examples>('../keyboard/*.examples.svelte', { eager: true }),
  ...import.meta.glob<Examples>('../practice/*.examples.svelte', { eager: true }),
  ...import.meta.glob<Examples>('../lesson/*.examples.svelte', { eager: true }),
}).map(([path, file]) => [path.replace(/^.*\/|\.examples\.svelte$/g, ''), file.default] as const);

const kioskMm = 4.03; // px per millimetre of a 21.5" panel of 1920×1080

/** What each profile promises of a target: the smallest side and the smallest gap, in CSS px. */
const promises = {
  // VVSG 2.0: 12.7 mm, 2.54 mm apart.
  kiosk: { width: 1920, height: 1080, side: 12.7 * kioskMm, gap: 2.54 * kioskMm },
  phone: { width: 360, height: 740, side: 48, gap: 0 },
  staff: { width: 1280, height: 800, side: 48, gap: 0 },
} as const;
type Profile = keyof typeof promises;

async function show(Part: Component, profile: Profile, theme = 'normal', text = '2') {
  await page.viewport(promises[profile].width, promises[profile].height);
  Object.assign(document.documentElement.dataset, { profile, theme, text });
  document.documentElement.style.setProperty('--screen-height', '700px');
  const { container } = await render(Part);
  await expect.poll(() => container.querySelector('[data-loading]')).toBeNull(); // parts that travel apart
  await document.fonts.ready;
  return container;
}

/** Whatever a finger can reach; of a radio or switch, the whole label. */
function targets(container: HTMLElement): { name: string; box: DOMRect; element: Element }[] {
  const found = container.querySelectorAll('button, a[href], input, [role=tab]');
  return Array.from(found)
    .map((element) => element.closest('label') ?? element)
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => ({
      name: element.textContent.trim().slice(0, 30) || element.outerHTML.slice(0, 60),
      box: element.getBoundingClientRect(),
      element,
    }));
}

beforeEach(() => {
  delete document.documentElement.dataset.theme;
});

describe.each(all)('%s', (name, Part) => {
  it.each(['normal', 'contrast-light', 'contrast', 'gentle'])(
    'has nothing that axe objects to, theme %s',
    async (theme) => {
      const container = await show(Part, 'kiosk', theme);
      const { violations } = await axe.run(container, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false } }, // a part is no page: landmarks are the screen's business
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
    },
  );

  it.each(Object.keys(promises) as Profile[])('is large enough for a finger on a %s', async (profile) => {
    const { side, gap } = promises[profile];
    const shown = targets(await show(Part, profile));
    // Ten letters in a row of a 360 px phone: Keys.svelte says why they may be narrower.
    const narrow = (element: Element) =>
      profile === 'phone' && element.matches('[aria-label="Bàn phím chữ"] *');
    for (const { name, box, element } of shown) {
      expect.soft(box.height, `height of «${name}»`).toBeGreaterThanOrEqual(side - 0.5);
      expect
        .soft(box.width, `width of «${name}»`)
        .toBeGreaterThanOrEqual((narrow(element) ? 32 : side) - 0.5);
    }
    for (const [at, one] of shown.entries()) {
      for (const other of shown.slice(at + 1)) {
        const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
        const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
        expect
          .soft(Math.max(across, down), `between «${one.name}» and «${other.name}»`)
          .toBeGreaterThanOrEqual(gap - 0.5);
      }
    }
  });

  it.each(Object.keys(promises) as Profile[])(
    'cuts off no word at the largest text on a %s',
    async (profile) => {
      const container = await show(Part, profile, 'normal', '4');
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(promises[profile].width);
      for (const element of container.querySelectorAll<HTMLElement>('.stage *')) {
        const style = getComputedStyle(element);
        if (element.matches('input, .unseen') || style.display === 'inline') continue;
        const canScroll = ['auto', 'scroll'].includes(style.overflowX);
        if (!canScroll) {
          expect
            .soft(element.scrollWidth, `width of <${element.tagName} ${element.className}>`)
            .toBeLessThanOrEqual(Math.ceil(element.getBoundingClientRect().width) + 1);
        }
        if (style.overflowY === 'hidden' || style.overflowY === 'clip') {
          expect
            .soft(element.scrollHeight, `height of <${element.tagName} ${element.className}>`)
            .toBeLessThanOrEqual(element.clientHeight + 1);
        }
      }
    },
  );

  it('writes no capital under 5.2 mm on a kiosk, at any text size', async () => {
    for (const text of ['1', '2', '3', '4']) {
      const container = await show(Part, 'kiosk', 'normal', text);
      for (const element of container.querySelectorAll('.stage *')) {
        const says = Array.from(element.childNodes).some(
          (node) => node.nodeType === 3 && node.textContent?.trim(),
        );
        if (!says) continue;
        const capital = (parseFloat(getComputedStyle(element).fontSize) * 0.714) / kioskMm;
        expect.soft(capital, `«${element.textContent.trim()}» at size ${text}`).toBeGreaterThanOrEqual(5.19);
      }
      container.remove();
    }
  });

  it('shows where the keyboard is', async () => {
    const container = await show(Part, 'kiosk');
    for (const element of container.querySelectorAll<HTMLElement>('button:enabled, a[href], input:enabled')) {
      if (element.tabIndex < 0 || !element.checkVisibility()) continue;
      element.focus({ focusVisible: true } as FocusOptions);
      const ringed = element.closest('label')?.matches(':has(:focus-visible)')
        ? (element.closest('label') as Element)
        : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
      expect.soft(outlineStyle, element.outerHTML.slice(0, 80)).not.toBe('none');
      expect.soft(parseFloat(outlineWidth), element.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(3);
    }
  });

  it('stands still for whoever asked for less motion', async () => {
    await show(Part, 'kiosk');
    expect(document.getAnimations().filter((animation) => animation.playState === 'running')).toEqual([]);
  });
});
