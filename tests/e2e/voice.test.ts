import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { untilOffline } from '../support/browser';
import { startServer, type Server } from '../support/server';

const phone = { width: 360, height: 740 };
const lesson = 'vneid-activate';

let server: Server;

test.beforeEach(async () => {
  server = await startServer({ demo: true });
});

test.afterEach(async () => {
  await server.stop();
});

async function openLesson(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await page.goto(server.url);
  await page.locator('[data-begin]').click();
  await page.locator(`[data-lesson="${lesson}"]`).click();
  await expect(page.locator('[data-main]')).toBeEnabled();
}

/** Writes down, from now on, every text that is marked as being read. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof Element && target.hasAttribute('data-reading'))
          heard.push(target.textContent.trim());
    }).observe(document.body, { subtree: true, attributeFilter: ['data-reading'] });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('«Read again» reads a screen in the order it is read by eye, and marks what it reads', async ({
  page,
}) => {
  await openLesson(page);
  const heard = await listen(page);
  const shown = await page
    .locator('.stage [data-say]')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()));
  expect(shown.length).toBeGreaterThan(2);
  await page.locator('[data-bar="again"]').click();
  await expect.poll(heard, { timeout: 60_000 }).toEqual(expect.arrayContaining([shown.at(-1)]));
  // The bar's own word comes first where touch is read; then the screen, from its top.
  expect((await heard()).slice(-shown.length)).toEqual(shown);
  await expect(page.locator('[data-reading]')).toHaveCount(0, { timeout: 30_000 });
});

test('leaving a screen silences it', async ({ page }) => {
  await openLesson(page);
  await page.locator('[data-bar="again"]').click();
  await expect(page.locator('.stage [data-reading]')).toHaveCount(1);
  await page.locator('[data-main]').click();
  await expect(page.locator('.stage [data-reading]')).toHaveCount(0);
});

test('a lesson that was opened speaks without a server, a part of a clip at a time', async ({ page }) => {
  await openLesson(page);
  await untilOffline(page);
  const url = `/audio/vi/${clipOf('VNeID để làm gì?')}.m4a`;
  await expect
    .poll(
      () => page.evaluate(async (one) => Boolean(await (await caches.open('audio-v1')).match(one)), url),
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  await page.reload(); // a page that the worker answers from its first request on
  await server.kill('SIGKILL');

  const part = await page.evaluate(async (one) => {
    const answer = await fetch(one, { headers: { Range: 'bytes=4-7' } });
    return { status: answer.status, range: answer.headers.get('Content-Range'), text: await answer.text() };
  }, url);
  expect(part).toMatchObject({ status: 206, text: 'ftyp' });
  expect(part.range).toMatch(/^bytes 4-7\/\d+$/);

  const played = await page.evaluate(async (one) => {
    const audio = new Audio(one);
    audio.playbackRate = 2;
    const ended = new Promise((resolve, reject) => {
      audio.addEventListener('ended', () => resolve(audio.duration));
      audio.addEventListener('error', () => reject(new Error(audio.error?.message)));
    });
    await audio.play();
    return ended;
  }, url);
  expect(played).toBeGreaterThan(0.5);
});

test('no clip that is damaged on its way is kept', async ({ page }) => {
  const name = clipOf('VNeID để làm gì?');
  await page
    .context()
    .route(`**/audio/vi/${name}.m4a`, (route) => route.fulfill({ status: 200, body: 'not a voice' }));
  await openLesson(page);
  await untilOffline(page);
  const other = clipOf('Quay lại');
  const has = (one: string) =>
    page.evaluate(
      async (path) => Boolean(await (await caches.open('audio-v1')).match(path)),
      `/audio/vi/${one}.m4a`,
    );
  await expect.poll(() => has(other), { timeout: 60_000 }).toBe(true);
  expect(await has(name)).toBe(false);
});

/** The name of the clip of a text, as the manifest tells it. */
function clipOf(text: string): string {
  const manifest = JSON.parse(readFileSync('content/audio/vi/manifest.json', 'utf8')) as Record<
    string,
    { text: string }
  >;
  const found = Object.entries(manifest).find(([, clip]) => clip.text === text)?.[0];
  if (!found) throw new Error(`No clip says «${text}»`);
  return found;
}
