import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Component tests, in a real browser: sizes, contrast and focus rings cannot be judged anywhere else. */
export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: new URL('./src/lib', import.meta.url).pathname } },
  publicDir: 'static',
  // Found only when a test imports them, which would reload the page in the middle of a run.
  optimizeDeps: { include: ['axe-core', 'vitest-browser-svelte', 'svelte'] },
  test: {
    include: ['src/lib/{ui,keyboard,narration,settings,practice}/**/*.browser.test.ts'],
    expect: { poll: { timeout: 10_000 } }, // a busy machine may draw late; what never comes still fails
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' },
        contextOptions: { reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
