import { expect, test, type Page } from '@playwright/test';
import { pairKiosk, untilRoll } from '../support/kiosk';
import { startServer, type Server } from '../support/server';

let server: Server;

test.use({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** A paired kiosk at its list of lessons. */
async function atLessons(page: Page): Promise<void> {
  await pairKiosk(page, server, 'Màn hình 21.5 inch');
  await untilRoll(page, server.url);
  await page.locator('[data-who="guest"]').click();
  await expect(page.locator('[data-lesson]').first()).toBeVisible();
}

test('fingers on a kiosk can neither zoom, nor mark, nor open a menu, nor drag anything away', async ({
  page,
}) => {
  await atLessons(page);
  const devtools = await page.context().newCDPSession(page);
  const scale = () => page.evaluate(() => visualViewport?.scale ?? 0);

  await test.step('two fingers spread', async () => {
    await devtools.send('Input.synthesizePinchGesture', { x: 960, y: 500, scaleFactor: 2 });
    expect(await scale()).toBe(1);
  });
  await test.step('the wheel and the keys that zoom', async () => {
    await page.keyboard.down('Control');
    await page.mouse.move(960, 500);
    await page.mouse.wheel(0, -300);
    for (const key of ['+', '=', '-']) await page.keyboard.press(key);
    await page.keyboard.up('Control');
    expect(await page.evaluate(() => [innerWidth, devicePixelRatio, visualViewport?.scale])).toEqual([
      1920, 1, 1,
    ]);
  });
  await test.step('a long press', async () => {
    const menus = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          addEventListener('contextmenu', (event) => setTimeout(() => resolve(event.defaultPrevented)));
        }),
    );
    const title = page.getByRole('heading', { level: 1 });
    await title.click({ button: 'right' });
    expect(await menus).toBe(true);
    await title.dblclick();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  });
  await test.step('something is pulled about', async () => {
    const card = page.locator('[data-lesson]').first();
    const started = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          addEventListener('dragstart', (event) => setTimeout(() => resolve(event.defaultPrevented)));
          setTimeout(() => resolve(true), 2_000);
        }),
    );
    await card.hover();
    await page.mouse.down();
    await page.mouse.move(300, 300, { steps: 5 });
    await page.mouse.up();
    expect(await started).toBe(true);
  });
});

test('a finger that comes down just beside a button has pressed it, and one that is far from all has not', async ({
  page,
}) => {
  await atLessons(page);
  const help = await page.locator('[data-bar="help"]').boundingBox();
  if (!help) throw new Error('there is no «Help»');
  const said = page.locator('.stage .bubble');

  await page.touchscreen.tap(help.x + help.width / 2, help.y - 40); // a centimetre above
  await expect(said).toBeHidden();
  await expect(async () => {
    // Once more where a busy machine took so long to lift the finger that it was a long press.
    await page.touchscreen.tap(help.x + help.width / 2, help.y - 8); // two millimetres
    await expect(said).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('a phone keeps its own gestures: whoever needs to may zoom', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(server.url);
  await expect(page.locator('[data-begin]')).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.synthesizePinchGesture', { x: 180, y: 300, scaleFactor: 2 });
  await expect.poll(() => page.evaluate(() => visualViewport?.scale ?? 0)).toBeGreaterThan(1.3);
});
