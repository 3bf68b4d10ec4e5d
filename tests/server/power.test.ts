import { expect, test } from 'vitest';
import { whyNoDisk } from '../chaos/block-disk';
import { fillDisk } from '../chaos/full-disk';
import { cutPairing, cutServer } from '../chaos/power-server';

const why = await whyNoDisk();
const here = test.skipIf(why !== '');
const named = (name: string) => (why === '' ? name : `${name} (skipped: ${why})`);

here(named('a power cut loses no event that was acknowledged'), { timeout: 120_000 }, async () => {
  const outcome = await cutServer(1, 3);
  expect(outcome.lost).toBe(0);
  expect(outcome.acked).toBeGreaterThan(200);
});

here(
  named('a power cut right after pairing or revoking a kiosk undoes neither'),
  { timeout: 120_000 },
  async () => {
    expect(await cutPairing(1)).toMatchObject({ acked: 2, lost: 0 });
  },
);

here(
  named('a power cut would lose events if SQLite were left as it is opened'),
  { timeout: 120_000 },
  async () => {
    expect((await cutServer(1, 2, true)).lost).toBeGreaterThan(0);
  },
);

here(named('a full disk refuses what it cannot keep, and loses nothing'), { timeout: 120_000 }, async () => {
  const outcome = await fillDisk();
  expect(outcome).toMatchObject({ lost: 0, refusals: ['500 server'], blamed: 0, waiting: 0 });
  expect(outcome.acked).toBeGreaterThan(100);
});
