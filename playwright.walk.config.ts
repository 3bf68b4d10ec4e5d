import { defineConfig } from '@playwright/test';
import everywhere from './playwright.config';

/**
 * The walk in a browser: everything that can be done in every lesson and practice app, done by hand in real
 * Chromium at a kiosk and on a phone. `WALK=whole` looks at every screen in every setting; without it each screen is
 * looked at as it is met, and in the hardest setting once.
 */
export default defineConfig({
  ...everywhere,
  testDir: 'tests/walk',
  workers: 2,
  fullyParallel: true,
  timeout: 900_000,
  use: { ...everywhere.use, serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } },
});
