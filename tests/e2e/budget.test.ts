import { expect, test, type Page } from '@playwright/test';
import { untilOffline } from '../support/browser';
import { startMeter, type Meter, type Passed } from '../support/meter';
import { startServer, type Server } from '../support/server';

/** What comes over the wire at most before somebody on a weak network can begin to learn; 173 kB were measured. */
const mostBytes = 180_000;

let server: Server;
let meter: Meter;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});
test.afterAll(async () => {
  await server.stop();
});
test.beforeEach(async () => {
  meter = await startMeter(server.url);
});
test.afterEach(async () => {
  await meter.stop();
});

/** Fonts and voices have budgets of their own. */
function counted(passed: readonly Passed[]): Passed[] {
  return passed.filter(({ path }) => !/\.(woff2|m4a)$|^\/audio\/\w+\/lists\//.test(path));
}

function bytesOf(passed: readonly Passed[]): number {
  return passed.reduce((sum, { bytes }) => sum + bytes, 0);
}

const say = (passed: readonly Passed[]) =>
  `${(bytesOf(passed) / 1000).toFixed(1)} kB in ${passed.length} requests`;

/** The bytes of a first visit until the first lesson can be begun. */
async function firstVisit(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  // What the page waits for; where it is slow the service worker has begun meanwhile to store what nobody waits for.
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(meter.url);
  await page.locator('[data-begin]').click();
  await page.locator('[data-lesson="vneid-activate"]').click();
  await expect(page.locator('[data-main]')).toBeEnabled();
  const first = counted(meter.passed())
    .filter(({ path }, at, all) => asked.has(path) && all.findIndex((line) => line.path === path) === at)
    .map((line) => ({ ...line }));

  await untilOffline(page);
  const all = counted(meter.passed());
  console.log(
    `Budget: ${say(first)} until the first lesson control; ${say(all)} with all that the service worker stores ` +
      '(compressed, with headers, without fonts and audio)',
  );
  expect(all.every(({ status }) => status < 400)).toBe(true);
  return bytesOf(first);
}

test('on a first visit the first lesson can be begun after few bytes', async ({ page }) => {
  expect(await firstVisit(page)).toBeLessThanOrEqual(mostBytes);
});
