import { expect, test } from 'vitest';
import { whyNoDisk } from '../chaos/block-disk';
import { cutBrowser } from '../chaos/power-browser';

const why = await whyNoDisk();
const here = test.skipIf(why !== '');
const named = (name: string) => (why === '' ? name : `${name} (skipped: ${why})`);

// One cut each; `npm run chaos -- --power` makes more.
here(named('a power cut loses no event that a browser was told is kept'), { timeout: 60_000 }, async () => {
  const outcome = await cutBrowser(1, 1);
  expect(outcome.lost).toBe(0);
  expect(outcome.acked).toBeGreaterThan(20);
});

here(
  named('a power cut would lose events if IndexedDB were left as Chromium opens it'),
  { timeout: 60_000 },
  async () => {
    expect((await cutBrowser(1, 1, true)).lost).toBeGreaterThan(0);
  },
);
