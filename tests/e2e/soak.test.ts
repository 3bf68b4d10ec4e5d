import { expect, test } from '@playwright/test';
import { Device, untilOffline } from '../support/browser';
import { complaintsOf } from '../support/console';
import { pairKiosk, untilRoll } from '../support/kiosk';
import { startServer, type Server } from '../support/server';
import { unsentOf } from '../support/trainer';
import { contentOnDisk, straightWays } from '../support/walk-plan';
import { comeAndGo, visitsOf } from '../support/visits';
import { vitalSigns, watchFrames, type VitalSigns } from '../support/vital-signs';

/** So many minutes days follow each other; one day at least. */
const minutes = Number(process.env['MINUTES'] ?? 0);

/** Between two visits the kiosk stands there for so long (minutes of its own clock). */
const pause = 5;

/** A day that is no soak, but shows that this test can see, has so many visits. */
const fewVisits = 2;

/** The first day fills what is kept for good; from then on nothing may grow by more than this part. */
const warmUp = 1;
const growth = 1.15;

let server: Server;
let kiosk: Device;

test.setTimeout((minutes + 10) * 60_000);
test.beforeAll(async () => {
  server = await startServer({ demo: true });
  kiosk = await Device.create({ width: 1920, height: 1080 });
});
test.afterAll(async () => {
  await kiosk.discard();
  await server.stop();
});

test(`a kiosk lives through its days: no frame is empty, nothing complains, nothing grows (${minutes} min)`, async () => {
  const { page } = kiosk;
  const content = await contentOnDisk();
  const plans = straightWays(content);
  await pairKiosk(page, server);
  await untilRoll(page, server.url);
  await untilOffline(page);
  await page.clock.install();
  await page.goto(server.url);
  await expect(page.locator('[data-begin]')).toBeVisible();
  const trial = await watchFrames(page);
  await page.evaluate(() => (document.body.style.display = 'none'));
  await expect.poll(() => trial.empty().length, 'this test sees an empty frame').toBeGreaterThan(0);
  await trial.stop();
  let touches = 0;
  await page.exposeFunction('noteTouch', () => (touches += 1));
  await page.addInitScript(noteTouches);
  await page.goto(server.url);
  await expect(page.locator('[data-begin]')).toBeVisible();
  const frames = await watchFrames(page, test.info().outputDir);
  const complaints = complaintsOf(page);
  /** The kiosk stands there; each minute what it asks and writes has a moment to be answered. */
  const stand = async (length: number) => {
    for (let minute = 0; minute < length; minute += 1) {
      await page.clock.runFor(60_000);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  };

  const until = Date.now() + minutes * 60_000;
  const signs: VitalSigns[] = [];
  let things = 0;
  let visits = 0;
  for (let day = 0; day === 0 || Date.now() < until; day += 1) {
    for (const visit of visitsOf(day, plans.length).slice(0, minutes > 0 ? undefined : fewVisits)) {
      things += await test.step(`day ${day}: ${JSON.stringify(visit)}`, () =>
        comeAndGo(page, content, plans, visit));
      visits += 1;
      await stand(pause);
    }
    await page.clock.fastForward('14:00:00'); // the night, and what has waited until its end
    await stand(pause);
    await expect.poll(() => unsentOf(page)).toBe(0);
    signs.push(await vitalSigns(page, { profile: kiosk.profile, dataDir: server.dataDir }));
    tell(
      {
        day,
        visits,
        things,
        touches,
        frames: frames.seen(),
        empty: frames.empty().length,
      },
      signs.at(-1),
    );
  }

  expect(touches).toBeGreaterThan(things);
  expect(frames.seen()).toBeGreaterThan(visits);
  expect.soft(frames.empty()).toEqual([]);
  // Days that last minutes ask the server more often than it lets anybody ask.
  expect(complaints.page.filter((words) => !words.includes('429 (Too Many Requests)'))).toEqual([]);
  const rest = signs.slice(warmUp);
  if (rest.length < 3) return; // too short to tell
  for (const sign of ['heap', 'nodes', 'listeners', 'browser'] as const) {
    const third = Math.floor(rest.length / 3);
    const [early, late] = [rest.slice(0, third), rest.slice(-third)].map((days) =>
      middle(days.map((one) => one[sign])),
    ) as [number, number];
    expect(late / early, `${sign}: ${early} in the first days, ${late} in the last`).toBeLessThan(growth);
  }
});

/** Runs in each page: says of every touch that came to something, and of every field that was filled. */
function noteTouches() {
  const note = () => void (window as unknown as { noteTouch: () => Promise<void> }).noteTouch();
  for (const type of ['click', 'change']) addEventListener(type, note, { capture: true });
}

function tell(counts: Record<string, number>, signs: VitalSigns | undefined) {
  console.log(JSON.stringify({ ...counts, ...signs }));
}

/** The one in the middle of a list that is not empty. */
function middle(figures: number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
