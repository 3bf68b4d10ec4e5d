import { defineConfig } from '@playwright/test';

/** Browser tests: real Chromium, real PocketBase, the built app with its service worker. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/demo-data.ts',
  workers: 2,
  timeout: 300_000, // several devices and whole lessons, on a busy machine of two cores
  expect: { timeout: 15_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off', // recorded, a test takes a third longer
    launchOptions: { executablePath: process.env['CHROMIUM'] },
  },
});
