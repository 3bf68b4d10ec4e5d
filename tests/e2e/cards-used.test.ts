import { expect, test, type Page } from '@playwright/test';
import { Buffer } from 'node:buffer';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encode from 'qr';
import { readCardText } from '../../src/lib/cards/text';
import { closeSheet, makeCard, openCardDesk, scanSheet } from '../support/cards';
import { browserWithCamera, filmOf } from '../support/fake-camera';
import { pairKiosk } from '../support/kiosk';
import { tapDigits } from '../support/learner';
import { scan, showCard } from '../support/scanner';
import { startServer, type Server } from '../support/server';
import { keptBy } from '../support/traces';
import { openTodaysClass, signIn, untilExchanged, untilSent } from '../support/trainer';

let server: Server;

test.describe.configure({ mode: 'serial' });
test.setTimeout(480_000); // several devices and whole lessons, on a busy machine
test.use({ viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'reduce' } });

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** A trainer's tablet, at the desk of cards. */
async function tabletOf(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const tablet = await browser.newPage({ viewport: { width: 820, height: 1180 } });
  await signIn(tablet, server.url, 'tap-huan');
  await expect(tablet.locator('[data-class]').first()).toBeVisible();
  await untilExchanged(tablet);
  await openCardDesk(tablet, server.url);
  return tablet;
}

/** Makes a card as the trainer does, and answers what a scanner reads off it. */
async function cardFor(tablet: Page, number: number, pin = ''): Promise<string> {
  await makeCard(tablet, number, pin);
  const [text = ''] = await scanSheet(tablet);
  await closeSheet(tablet);
  await untilSent(tablet);
  return text;
}

/** The kiosk is at its first screen and has been told all that the server knows. */
async function untilHeard(page: Page): Promise<void> {
  await page.goto(server.url);
  await untilExchanged(page);
  await page.locator('[data-begin]').click();
  await expect(page.locator('[data-who="card"]')).toBeVisible();
  await page.locator('[data-bar="back"]').click();
  await expect(page.locator('[data-begin]')).toBeVisible();
}

/** Leaves in the middle of whatever is on screen. */
async function leave(page: Page): Promise<void> {
  await page.locator('[data-bar="stop"]').last().click();
  await expect(page.getByText('Màn hình đã quên hết', { exact: false })).toBeVisible();
}

test('a resident holds her card to the scanner, and learns after two touches; nothing of the card is kept', async ({
  page,
}) => {
  const tablet = await tabletOf(page);
  const text = await cardFor(tablet, 12);
  const other = await cardFor(tablet, 13);
  await pairKiosk(page, server);
  await untilHeard(page);

  await test.step('on the first screen, without touching anything', async () => {
    await showCard(page, text, 'you');
    const name = (await page.locator('[data-card="you"] .name').textContent()) ?? '';
    await page.locator('[data-card-yes]').click();
    await expect(page.getByText(`Chào ${name}`)).toBeVisible();
    await page.locator('[data-lesson="vneid-activate"]').click();
    await expect(page.locator('[data-main]')).toBeEnabled();
  });

  await test.step('the next one’s card asks whether it is their turn, and presses no button of hers', async () => {
    const step = await page.locator('[data-step]').getAttribute('data-step');
    await page.locator('[data-main]').focus();
    await scan(page, other);
    await expect(page.locator('[data-another-card]')).toBeVisible();
    expect(await page.locator('[data-step]').getAttribute('data-step')).toBe(step);
    await page.locator('[data-switch]').click();
    await expect(page.locator('[data-who="card"]')).toBeVisible();
  });

  await test.step('the next one says «no, not me», and «yes» with the right card', async () => {
    await showCard(page, text, 'you');
    await page.locator('[data-card-no]').click();
    await showCard(page, other.toLowerCase(), 'you');
    await page.locator('[data-card-yes]').click();
    await expect(page.locator('[data-lesson]').first()).toBeVisible();
    await leave(page);
  });

  await test.step('no store of the kiosk holds a card’s text or secret, in any writing', async () => {
    const kept = (await keptBy(page)).toLowerCase();
    expect(kept).toContain('lesson.started'); // it was looked at
    for (const shown of [text, other]) {
      const card = readCardText(shown);
      if (typeof card === 'string') throw new Error(card);
      const secret = Buffer.from(card.secret);
      const writings = [shown, shown.slice(40, 80), secret.toString('hex'), secret.toString('base64')];
      for (const writing of [...writings, [...secret].join(',')])
        expect(kept).not.toContain(writing.toLowerCase());
    }
  });

  await test.step('what is no card of hers has a sentence, and a guest may always come in', async () => {
    for (const [shown, why] of [
      ['8934563138165', 'foreign'],
      [text.slice(0, 90), 'damaged'],
      [`${text.slice(0, 120)}${text[120] === 'A' ? 'B' : 'A'}${text.slice(121)}`, 'foreign'],
    ] as const) {
      await showCard(page, shown, 'problem');
      await expect(page.locator(`[data-problem="${why}"]`)).toBeVisible();
    }
    await page.locator('[data-who="guest"]').click();
    await expect(page.locator('[data-lesson]').first()).toBeVisible();
    await leave(page);
  });

  await test.step('a card that was revoked or replaced lets nobody in', async () => {
    await cardFor(tablet, 12); // a newer one
    await tablet.locator('input[name="search"]').fill('13');
    await tablet.locator('[data-card-more]').click();
    await tablet.locator('[data-card-end]').click();
    await tablet.locator('[data-card-revoke]').click();
    await expect(tablet.getByText('Thẻ đã hủy')).toBeVisible();
    await untilSent(tablet);
    await untilHeard(page);
    await showCard(page, text, 'problem');
    await expect(page.locator('[data-problem="replaced"]')).toBeVisible();
    await showCard(page, other, 'problem');
    await expect(page.locator('[data-problem="revoked"]')).toBeVisible();
  });
  await tablet.close();
});

test('a card with a PIN: its picture, the PIN, and after five wrong ones a rest at every kiosk until staff open it', async ({
  page,
  browser,
}) => {
  const tablet = await tabletOf(page);
  const text = await cardFor(tablet, 21, '2468');
  const read = readCardText(text);
  if (typeof read === 'string') throw new Error(read);
  const second = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  for (const kiosk of [page, second]) {
    await pairKiosk(kiosk, server);
    await untilHeard(kiosk);
  }
  const untilPin = async (kiosk: Page) => {
    await showCard(kiosk, text, 'picture');
    await expect(kiosk.locator('[data-card] button[data-picture]')).toHaveCount(6);
    await kiosk.locator(`button[data-picture="${read.picture}"]`).click();
    await expect(kiosk.locator('[data-card="pin"]')).toBeVisible();
  };
  const enter = async (kiosk: Page, pin: string) => {
    await tapDigits(kiosk, pin);
    await kiosk.locator('[data-pin-done]').click();
  };

  await test.step('another picture is answered kindly; the right PIN lets in', async () => {
    await showCard(page, text, 'picture');
    await page.locator(`button[data-picture]:not([data-picture="${read.picture}"])`).first().click();
    await expect(page.getByText('Chưa phải hình đó.', { exact: false })).toBeVisible();
    await untilPin(page);
    await expect(page.locator('[data-pin-length="0"]')).toBeVisible();
    await page.keyboard.type('246', { delay: 120 }); // a keyboard of keys and springs
    await tapDigits(page, '8');
    await expect(page.locator('[data-pin-length="4"]')).not.toContainText('2');
    await page.locator('[data-pin-show]').click();
    await expect(page.locator('[data-pin-length="4"]')).toContainText('2468');
    await page.locator('[data-pin-done]').click();
    await expect(page.locator('[data-lesson]').first()).toBeVisible();
    await leave(page);
  });

  await test.step('her number alone does not let anybody in', async () => {
    await page.locator('[data-begin]').click();
    await page.locator('[data-who="number"]').click();
    await tapDigits(page, '21');
    await page.getByRole('button', { name: 'Xong' }).click();
    await expect(page.getByText('Số này có thẻ và mã PIN.', { exact: false })).toBeVisible();
    await page.goto(server.url);
  });

  await test.step('five wrong ones, and it is said how long to wait, also after the kiosk was switched off', async () => {
    await untilPin(page);
    for (let made = 1; made <= 4; made += 1) {
      await enter(page, '1111');
      await expect(page.getByText('Mã chưa đúng.', { exact: false })).toBeVisible();
    }
    await enter(page, '1111');
    await expect(page.locator('[data-card="wait"]')).toBeVisible();
    await expect(page.getByText('Khoảng 1 phút nữa', { exact: false })).toBeVisible();
    await untilSent(page);
    await page.goto(server.url);
    await showCard(page, text, 'wait');
    await page.locator('[data-who="guest"]').click();
    await expect(page.locator('[data-lesson]').first()).toBeVisible();
    await leave(page);
  });

  await test.step('another kiosk of the house refuses the card, too', async () => {
    await untilHeard(second);
    await showCard(second, text, 'problem');
    await expect(second.locator('[data-problem="locked"]')).toBeVisible();
  });

  await test.step('staff open it, and it is good again at both', async () => {
    await untilExchanged(tablet);
    await tablet.reload();
    await tablet.locator('input[name="search"]').fill('21');
    await expect(tablet.getByText('Thẻ đang nghỉ vì bấm sai mã')).toBeVisible();
    await tablet.locator('[data-card-more]').click();
    await tablet.locator('[data-card-open]').click();
    await untilExchanged(tablet);
    for (const kiosk of [page, second]) {
      await untilHeard(kiosk);
      await untilPin(kiosk);
      await enter(kiosk, '2468');
      await expect(kiosk.locator('[data-lesson]').first()).toBeVisible();
    }
  });
  await second.close();
  await tablet.close();
});

test('a guest who wants to stop shows her card, and her trainer sees that she came and what she began', async ({
  page,
}) => {
  const tablet = await tabletOf(page);
  const text = await cardFor(tablet, 30);
  await tablet.goto(`${server.url}/house`);
  const session = await openTodaysClass(tablet);
  await untilSent(tablet);
  await pairKiosk(page, server);
  await untilHeard(page);
  await page.locator('[data-begin]').click();
  await page.locator('[data-who="guest"]').click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.locator('[data-main]')).toBeEnabled();
  await page.locator('[data-bar="stop"]').click();
  await page.locator('dialog[open] [data-keep]').click();
  await expect(page.locator('[data-card="show"]')).toBeVisible();
  await showCard(page, text, 'you');
  await page.locator('[data-card-yes]').click();
  await expect(page.locator('[data-card="kept"]')).toBeVisible();
  await untilSent(page);
  await tablet.goto(`${server.url}/house/class/${session}/sheet`);
  const row = tablet.locator('tr[data-status="present"]');
  await expect(row).toHaveCount(1, { timeout: 60_000 });
  await expect(row.locator('td').first()).toHaveText('30');
  await expect(row).not.toHaveAttribute('data-learning', 'none', { timeout: 60_000 });
  await tablet.close();
});

test('the camera reads a card that is held up, and is off afterwards', async ({ page }) => {
  const tablet = await tabletOf(page);
  const text = await cardFor(tablet, 5);
  await tablet.close();
  const film = join(tmpdir(), `nhaso-film-${process.pid}.y4m`);
  await filmOf(film, encode(text, 'raw', { ecc: 'medium', border: 4 }));
  const { browser, page: kiosk } = await browserWithCamera(film);
  try {
    await kiosk.addInitScript(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        Object.assign(globalThis, { opened: [...(Reflect.get(globalThis, 'opened') ?? []), stream] });
        return stream;
      };
    });
    const live = () =>
      kiosk.evaluate(() =>
        ((Reflect.get(globalThis, 'opened') ?? []) as MediaStream[]).map((stream) =>
          stream.getTracks().some(({ readyState }) => readyState === 'live'),
        ),
      );
    await pairKiosk(kiosk, server);
    await untilHeard(kiosk);
    await kiosk.locator('[data-begin]').click();
    await kiosk.locator('[data-who="card"]').click();
    await expect(kiosk.locator('[data-eye="open"]')).toBeVisible();
    await expect(kiosk.locator('[data-card="you"]')).toBeVisible({ timeout: 30_000 });
    expect(await live()).toEqual([false]);

    // It is not hers, and is still held up: the camera looks on for another, until she goes back.
    await kiosk.locator('[data-card-no]').click();
    await expect(kiosk.locator('[data-eye="open"]')).toBeVisible();
    await expect.poll(live).toEqual([false, true]);
    await kiosk.locator('[data-bar="back"]').click();
    await expect(kiosk.locator('[data-who="card"]')).toBeVisible();
    await expect.poll(live).toEqual([false, false]);
  } finally {
    await browser.close();
    await rm(film, { force: true });
  }
});

test('without a camera it is said what to do instead', async ({ page }) => {
  const tablet = await tabletOf(page);
  await cardFor(tablet, 6);
  await tablet.close();
  await pairKiosk(page, server);
  await untilHeard(page);
  await page.locator('[data-begin]').click();
  await page.locator('[data-who="card"]').click();
  await expect(page.locator('[data-eye="none"], [data-eye="refused"]')).toBeVisible();
  await page.locator('[data-who="guest"]').click();
  await expect(page.locator('[data-lesson]').first()).toBeVisible();
});
