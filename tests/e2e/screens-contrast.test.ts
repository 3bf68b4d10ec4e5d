import { test } from '@playwright/test';
import { kioskOnStand, phoneAtHome, walkLesson } from '../support/resident';
import { startServer, type Server } from '../support/server';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

test.use({ contextOptions: { reducedMotion: 'reduce' } });

// A panel on the wall has more room for the same words.
for (const place of [kioskOnStand, phoneAtHome]) {
  test(`every screen of the first lesson can be read, reached and touched in strong contrast and the largest text: ${place.name}`, async ({
    page,
  }) => {
    await walkLesson(page, server, { ...place, choices: { theme: 'contrast', text: '4' } });
  });
}
