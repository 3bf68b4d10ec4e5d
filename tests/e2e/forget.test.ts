import { expect, test, type Page } from '@playwright/test';
import { Device } from '../support/browser';
import { waysBack } from '../support/canary';
import { chooseLook, lookOf } from '../support/choices';
import { pairKiosk, sayNumber, untilRoll } from '../support/kiosk';
import { next } from '../support/learner';
import { startServer, type Server } from '../support/server';

let server: Server;
let kiosk: Device;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
  await pairKiosk(kiosk.page, server);
});

test.afterAll(async () => {
  await kiosk.discard();
  await server.stop();
});

/** Comes to the lesson's second step as a learner of the house; answers how the kiosk knows them. */
async function learnAs(page: Page, number: number): Promise<{ person: string; name: string }> {
  await sayNumber(page, number);
  const me = {
    person: (await page.locator('button[data-person]').getAttribute('data-person')) ?? '',
    name: ((await page.locator('.stage .name').textContent()) ?? '').trim(),
  };
  await page.getByRole('button', { name: 'Đúng là tôi' }).click();
  await expect(page.getByText(`Chào ${me.name}`)).toBeVisible();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await next(page);
  return me;
}

/** Everything that a page knows without asking the kiosk's own ledger: what is shown, its parts, its address and what a form, a tab or the history keeps. */
function memoryOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.title,
      location.href,
      document.documentElement.outerHTML,
      ...Array.from(document.querySelectorAll('input'), ({ value }) => value),
      JSON.stringify(history.state),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      document.cookie,
    ].join('\n'),
  );
}

/** Nothing on the screen that is open names the one who left. */
async function expectForgotten(page: Page, { person, name }: { person: string; name: string }) {
  const memory = await memoryOf(page);
  expect(memory, page.url()).not.toContain(person);
  expect(memory.match(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u')), page.url()).toBeNull();
}

const atFirst = { theme: 'normal', text: '2' };

test('the next person finds words, colours and voice as they were at first', async () => {
  const { page } = kiosk;
  const wanted = { theme: 'contrast', text: '4' } as const;
  await untilRoll(page, server.url);
  await page.goto(server.url);
  await chooseLook(page, wanted);
  await page.locator('[data-begin]').click();
  await page.locator('[data-who="guest"]').click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.getByText('Bước 1/9')).toBeVisible();
  expect(await lookOf(page), 'it stays through the lesson').toEqual(wanted);

  await test.step('who goes back to the first screen, step by step, is not followed either', async () => {
    await page.locator('[data-bar="back"]').click();
    await expect(page.locator('[data-lesson]').first()).toBeVisible();
    await page.locator('[data-bar="back"]').click();
    await expect(page.locator('[data-begin]')).toBeVisible();
    expect(await lookOf(page)).toEqual(atFirst);
  });

  await test.step('nor who stops in a lesson', async () => {
    await page.locator('[data-begin]').click();
    await page.locator('[data-who="guest"]').click();
    await chooseLook(page, wanted);
    await page.locator('[data-bar="stop"]').click();
    await expect(page.locator('[data-begin]')).toBeVisible();
    expect(await lookOf(page)).toEqual(atFirst);
  });
});

test('a phone of one’s own stays as its owner wants it', async ({ page }) => {
  const wanted = { theme: 'gentle', text: '3' } as const;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(server.url);
  await chooseLook(page, wanted);
  await page.locator('[data-begin]').click();
  await expect(page.locator('[data-lesson]').first()).toBeVisible();
  await page.locator('[data-bar="stop"]').click();
  await expect(page.locator('[data-begin]')).toBeVisible();
  expect(await lookOf(page)).toEqual(wanted);
  await page.reload();
  await expect(page.locator('[data-begin]')).toBeVisible();
  expect(await lookOf(page)).toEqual(wanted);
});

test('after somebody left with «Dừng», no screen, no step back and no next person’s screen names them', async () => {
  const { page } = kiosk;
  await untilRoll(page, server.url);
  const gone = await learnAs(page, 12);
  expect(gone.name).not.toBe('');
  expect(gone.person).toMatch(/^[0-9a-f]{32}$/);

  await test.step('she stops in the middle of a lesson', async () => {
    await page.locator('[data-bar="stop"]').click();
    await page.getByRole('button', { name: 'Dừng ở đây' }).click();
    await expect(page.getByText('Màn hình đã quên hết. Mời người tiếp theo.')).toBeVisible();
    await expectForgotten(page, gone);
  });

  await test.step('whoever presses the browser’s «back» finds nobody’s screen', async () => {
    expect(await waysBack(page), 'no lesson is among them').not.toContain('/learn/');
    const steps = await page.evaluate(() => history.length);
    for (let step = 1; step < steps; step += 1) {
      await page.goBack();
      if (page.url() === 'about:blank') break; // before the kiosk's first page
      // Each of them has come to rest: home, the question who is here, or a device's settings.
      await expect(
        page.locator('[data-begin], [data-who="number"], [data-self-check]').first(),
      ).toBeVisible();
      await expectForgotten(page, gone);
    }
  });

  await test.step('the lesson’s own address, and the list of lessons, ask who is there', async () => {
    for (const path of ['/learn/vneid-activate', '/learn']) {
      await page.goto(server.url + path);
      await expect(page.locator('[data-who="number"]')).toBeVisible();
      await expect(page.locator('[data-lesson]')).toHaveCount(0);
      await expectForgotten(page, gone);
    }
  });

  await test.step('a guest comes after her', async () => {
    await page.locator('[data-who="guest"]').click();
    await expect(page.getByText('Chào cô chú')).toBeVisible();
    await expectForgotten(page, gone);
    await page.locator('[data-lesson="vneid-activate"]').click();
    await expect(page.getByText('Bước 1/9')).toBeVisible(); // not where she was: that would tell of her too
    await expectForgotten(page, gone);
    await page.locator('[data-bar="stop"]').click();
    await page.getByRole('button', { name: 'Dừng ở đây' }).click();
    await expect(page.locator('[data-begin]')).toBeVisible();
    await expectForgotten(page, gone);
  });

  await test.step('and a learner after the guest', async () => {
    await page.locator('[data-begin]').click();
    expect(await lookOf(page)).toEqual(atFirst);
    const other = await learnAs(page, 13);
    expect(other.name).not.toBe(gone.name);
    await expectForgotten(page, gone);
    await page.locator('[data-bar="stop"]').click();
    await page.getByRole('button', { name: 'Dừng ở đây' }).click();
    await expect(page.locator('[data-begin]')).toBeVisible();
    await expectForgotten(page, other);
  });
});
