import { expect, type Page } from '@playwright/test';
import type { Choices } from '$lib/settings/choices';
import { chooseLook } from './choices';
import { pairKiosk, sayNumber, untilRoll } from './kiosk';
import { card, fill, next, onScreen, press, pressOn, untilCode, fromCode, rate, tryIt } from './learner';
import { expectSound, type Look } from './look';
import type { Server } from './server';

/** A device that a resident meets. */
export interface Place extends Look {
  /** What the person chooses on the first screen: colours and size of text. */
  choices?: Partial<Pick<Choices, 'theme' | 'text'>>;
  size: { width: number; height: number };
  /** The kiosk's panel as the settings name it; none is a phone at home, which no house has paired. */
  panel?: string;
  /** CSS pixels of one millimetre of that panel. */
  mm?: number;
}

const finger = { mm: 12.7 }; // VVSG 2.0

/** The kiosk that most houses have. */
export const kioskOnWall: Place = {
  name: 'kiosk 1920×1080',
  size: { width: 1920, height: 1080 },
  panel: 'Màn hình 21.5 inch',
  mm: 4.03,
  least: finger,
};

/** A tablet on a stand. */
export const kioskOnStand: Place = {
  name: 'kiosk 1280×800',
  size: { width: 1280, height: 800 },
  panel: 'Màn hình 10.1 inch',
  mm: 5.89,
  least: finger,
};

/** A small phone, in the hand. */
export const phoneAtHome: Place = {
  name: 'phone 360×740',
  size: { width: 360, height: 740 },
  least: { px: 48 },
};

/**
 * Walks the whole way of a resident, from the first screen through the lesson of the electronic identity to the
 * goodbye, and looks at every distinct screen. On those of the player the four helps must stand at one place,
 * on those of the practice phone LUYỆN TẬP must be in sight.
 */
export async function walkLesson(page: Page, server: Server, place: Place): Promise<void> {
  const bars = new Map<string, string>();
  const look = (what: string) => expectSound(page, what, place);
  const player = async (what: string) => {
    await look(what);
    bars.set(what, await barOf(page));
  };
  const practice = async (what: string) => {
    await player(`practice, ${what}`);
    expect.soft(await isMarked(page), `${place.name}: ${what}: LUYỆN TẬP is in sight`).toBe(true);
  };

  await page.setViewportSize(place.size);
  await comeIn(page, server, place, look);
  await page.locator('[data-lesson="vneid-activate"]').click();

  await expect(page.locator('[data-main]')).toBeVisible();
  await player('explanation');
  await next(page);
  await player('how sure');
  await page.locator('[data-face="2"]').click();
  await player('how sure, said');
  await next(page);
  await player('second explanation');
  await next(page);
  await player('question');
  await page.locator('[data-choice="tell-officer"]').click();
  await page.locator('[data-bar="help"]').click();
  await player('question answered wrongly, with a hint');
  await page.locator('[data-choice="keep"]').click();
  await expect(page.locator('[data-main]')).toBeVisible();
  await player('question answered rightly');
  await next(page);

  await onScreen(page, 'phone');
  await expect(page.locator('[data-showing="playing"]')).toBeVisible();
  await page.locator('[data-hold="pause"]').click();
  await practice('being shown');
  await tryIt(page);
  await practice('two messages');
  await press(page, 'open-link');
  await expect(page.getByText('Khoan đã.', { exact: false })).toBeVisible();
  await practice('a slip answered');
  await pressOn(page, 'open-app', 'welcome');
  await practice('welcome');
  await pressOn(page, 'activate', 'identify');
  await practice('identify');
  await fill(page, 'id-number', card.id);
  await fill(page, 'phone', card.phone);
  await pressOn(page, 'send', 'otp');
  await practice('code');
  await pressOn(page, 'OTP_EXPIRED', 'otp-expired');
  await practice('code too old');
  await pressOn(page, 'resend', 'otp');
  await fill(page, 'otp', card.otp);
  await pressOn(page, 'confirm', 'password');
  await practice('password');
  await fill(page, 'password', card.password);
  await pressOn(page, 'next', 'passcode');
  await practice('passcode');
  await fill(page, 'passcode', card.passcode);
  await fill(page, 'repeat', card.passcode);
  await pressOn(page, 'next', 'questions');
  await practice('security questions');
  for (const option of ['friend', 'pet']) await page.locator(`[data-option="${option}"]`).click();
  await pressOn(page, 'next', 'answers');
  await practice('answers');
  for (const question of ['friend', 'pet']) {
    await page.locator(`[data-control="${question}"][data-option="hers"]`).click();
  }
  await pressOn(page, 'finish', 'activated');
  await practice('activated');
  await pressOn(page, 'done', 'log-in');
  await practice('log in');
  await fill(page, 'pin', card.passcode);
  await press(page, 'enter');
  await expect(page.locator('[data-phase="done"]')).toBeVisible();
  await player('done together');
  await next(page);

  await onScreen(page, 'phone');
  await practice('alone');
  await page.locator('[data-bar="stop"]').click();
  await expect(page.getByRole('dialog', { name: 'Cô chú muốn dừng?' })).toBeVisible();
  await look('asked whether to stop');
  await page.getByRole('button', { name: 'Tập tiếp' }).click();
  await untilCode(page);
  await fromCode(page);
  await expect(page.locator('[data-phase="passed"]')).toBeVisible();
  await player('passed alone');
  await next(page);
  await player('to remember');
  await next(page);
  await player('on one’s own phone');
  await page.locator('[data-do="done"]').click();
  await player('done on one’s own phone');
  await next(page);
  await player('how sure now');
  await rate(page, 4);
  await expect(page.locator('[data-passed="true"]')).toBeVisible();
  await player('the end');
  await page.locator('[data-main]').click();
  await expect(page.getByText('Màn hình đã quên hết', { exact: false })).toBeVisible();
  await look('goodbye');

  const [first = ''] = bars.values();
  for (const [what, bar] of bars) expect.soft(bar, `${place.name}: ${what}: the four helps`).toBe(first);
  expect(bars.size).toBeGreaterThan(20);
}

/** From nothing to the list of lessons: at a kiosk as the learner with number 12, on a phone as its owner. */
async function comeIn(
  page: Page,
  server: Server,
  { panel, choices }: Place,
  look: (what: string) => Promise<void>,
) {
  if (panel) {
    await pairKiosk(page, server, panel);
    await untilRoll(page, server.url);
  }
  await page.goto(server.url);
  await expect(page.locator('[data-begin]')).toBeVisible();
  await look('first screen');
  if (choices) {
    await chooseLook(page, choices);
    await look('first screen, as chosen');
  }
  await page.locator('[data-begin]').click();
  if (panel) {
    await expect(page.locator('[data-who="number"]')).toBeVisible();
    await look('who is here');
    await sayNumber(page, 12, () => look('number'));
    await look('is this you');
    await page.getByRole('button', { name: 'Đúng là tôi' }).click();
  }
  await expect(page.locator('[data-lesson]').first()).toBeVisible();
  await look('lessons');
}

/** Where Back, Read again, Help and Stop stand, to the pixel. */
async function barOf(page: Page): Promise<string> {
  const boxes = await page.locator('[data-bar]').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return `${button.getAttribute('data-bar')} at ${[x, y, width, height].map(Math.round).join(' ')}`;
    }),
  );
  expect(boxes).toHaveLength(4);
  return boxes.join(', ');
}

/** True where LUYỆN TẬP stands on the screen whole and nothing lies over it. */
function isMarked(page: Page): Promise<boolean> {
  return page.getByText('LUYỆN TẬP', { exact: true }).evaluateAll((marks) =>
    marks.some((mark) => {
      const { top, bottom, left, right } = mark.getBoundingClientRect();
      if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return false;
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return over !== null && (mark.contains(over) || over.contains(mark));
    }),
  );
}
