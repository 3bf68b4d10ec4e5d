import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Pure code, code over a database in memory, and the kit for kiosks tried on made-up machines; no browser, no server.
export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
  test: {
    include: ['src/**/*.test.ts', 'tests/deploy/**/*.test.ts'],
    exclude: ['src/**/*.browser.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000, // to prove all content takes seconds, and more on a busy machine
    hookTimeout: 60_000,
  },
});
