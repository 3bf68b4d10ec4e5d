import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from './chromium.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

// `npm run pictures`: takes the pictures of the authors' pages anew from the built app (`npm run build` first), one of
// each kind of step, as a kiosk shows it. Run it after a change that they should show.

/**
 * A picture: the step of a lesson, and what is done there first. `[data-x]` is pressed, `field=value` is written.
 * @type {{ name: string, lesson: string, step: string, first?: string[] }[]}
 */
const pictures = [
  { name: 'rate', lesson: 'scam-links', step: 'sure-before', first: ['[data-face="2"]'] },
  { name: 'explain', lesson: 'scam-links', step: 'address' },
  { name: 'choose', lesson: 'vneid-activate', step: 'whose-otp', first: ['[data-choice="tell-officer"]'] },
  { name: 'order', lesson: 'scam-3c', step: 'hour', first: ['[data-item="stop"]', '[data-item="keep"]'] },
  { name: 'spot', lesson: 'scam-links', step: 'signs', first: ['[data-part="deadline"]'] },
  { name: 'show', lesson: 'bank-qr', step: 'together' },
  {
    name: 'coach',
    lesson: 'bank-qr',
    step: 'strange',
    first: [
      '[data-control="open"]',
      'pin=135790',
      '[data-control="enter"]',
      '[data-control="scan"]',
      '[data-control="code"]',
      '[data-control="go-on"]',
    ],
  },
  {
    name: 'keyboard',
    lesson: 'scam-links',
    step: 'together',
    first: ['[data-try]', '[data-control="leave"]', 'input[data-control="portal"]'],
  },
  { name: 'check', lesson: 'scam-3c', step: 'alone' },
  { name: 'do', lesson: 'scam-3c', step: 'mine' },
];

const folder = join(root, 'docs/images/steps');
mkdirSync(folder, { recursive: true });
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: await findChromium() });
try {
  for (const { name, lesson, step, first = [] } of pictures) {
    const page = await browser.newPage({
      ...{
        viewport: { width: 1920, height: 1080 },
        deviceScaleFactor: 2 / 3,
        locale: 'vi-VN',
        reducedMotion: 'reduce',
      },
      ...{ serviceWorkers: 'block' },
    });
    await page.clock.install();
    await page.goto(`${address}style/lesson/${lesson}?step=${step}&profile=kiosk&mm=4.03`);
    await page.locator(`[data-step="${step}"]`).waitFor();
    for (const doing of first) {
      await page.clock.runFor(700); // longer than the guard against a trembling hand's second tap
      const [field = '', value] = doing.startsWith('[') || doing.includes('[') ? [doing] : doing.split('=');
      if (value === undefined) await page.locator(field).first().click();
      else await page.locator(`input[data-control="${field}"]`).fill(value);
    }
    await page.clock.runFor(700);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    say(`docs/images/steps/${name}.png`);
  }
} finally {
  await browser.close();
  await server.close();
}
