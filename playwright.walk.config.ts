import { defineConfig } from '@playwright/test';
import everywhere from './playwright.config';

/**
 * The walk in a browser: everything that can be done in every lesson and practice app, done by hand in real
 * Chromium at two kiosks and on a phone. Each screen is looked at as it is met, and in the hardest setting once.
 * `WALK=part`, as `npm test` has it, does what its time allows.
 */
export default defineConfig({
  ...everywhere,
  testDir: 'tests/walk',
  workers: 2,
  fullyParallel: true,
  timeout: 900_000,
  use: { ...everywhere.use, serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } },
});
