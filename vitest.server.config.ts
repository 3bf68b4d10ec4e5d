import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests against the real PocketBase binary: each file starts its own, on a free port, with its own data. */
export default defineConfig({
  resolve: { alias: { $lib: fileURLToPath(new URL('src/lib', import.meta.url)) } },
  test: {
    include: ['tests/server/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/support/hooks.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
