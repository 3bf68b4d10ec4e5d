import type { Page } from '@playwright/test';
import { Device, untilOffline } from '../support/browser';
import { pairKiosk, untilRoll } from '../support/kiosk';
import { startServer } from '../support/server';
import { busy, quantile, round, type Report } from './report';

const rounds = 7;
/** How much slower than this machine a mini PC is taken to be. */
const throttle = 4;

/** What is waited for: a page that shows nothing, out of the same service worker; the first screen; a lesson that can be begun. */
const goals = [
  { name: 'nearly empty page', path: '/_app/version.json', selector: 'body' },
  { name: 'first screen', path: '/', selector: '[data-begin]' },
  {
    name: 'first lesson control',
    path: '/learn/vneid-activate',
    selector: '[data-who="guest"], [data-main]',
  },
] as const;

/** Switches a kiosk on again and again without a server, and waits each time until it can be touched; on a slowed processor. */
export async function measure(): Promise<Report> {
  const server = await startServer({ demo: true });
  const kiosk = await Device.create({ width: 1920, height: 1080 });
  try {
    await pairKiosk(kiosk.page, server);
    await untilRoll(kiosk.page, server.url);
    await untilOffline(kiosk.page);
    await untilVoices(kiosk.page);
    await server.kill();
    const found = goals.map((): number[] => []);
    const load: number[] = [];
    for (let n = 0; n < rounds; n++) {
      for (const [at, goal] of goals.entries()) {
        await kiosk.kill();
        await kiosk.start();
        found[at]?.push(await comeUp(kiosk.page, server.url + goal.path, goal.selector));
      }
      load.push(busy());
    }
    const middle = found.map((figures) => quantile(figures, 0.5));
    const empty = middle[0] ?? 1;
    return {
      columns: ['page', 'ms', 'worst ms', 'times the empty page'],
      rows: goals.map(({ name }, at) => [
        name,
        round(middle[at] ?? 0),
        round(Math.max(...(found[at] ?? []))),
        round((middle[at] ?? 0) / empty, 2),
      ]),
      targets: [],
      notes: [
        `From the start of the navigation in a browser that has just been switched on, without a server, its processor slowed ${throttle} times; medians of ${rounds}.`,
        'The lesson’s address asks first who is there: that is what can be touched then.',
      ],
      load,
    };
  } finally {
    await kiosk.discard();
    await server.stop();
  }
}

/** Waits until every clip is on the device: its list is stored when all of it is. */
async function untilVoices(page: Page): Promise<void> {
  const all = async () => (await (await caches.open('audio-v1')).match('/audio/all')) !== undefined;
  await page.waitForFunction(all, undefined, { timeout: 600_000, polling: 1_000 });
}

/** Opens an address; ms from the start of its navigation until what is waited for has been painted. */
async function comeUp(page: Page, url: string, selector: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(
    (what) =>
      new Promise<number>((resolve) => {
        const look = () => {
          // The frame after the one in which it is there has shown it.
          if (document.querySelector(what)?.checkVisibility()) {
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
          } else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
}
