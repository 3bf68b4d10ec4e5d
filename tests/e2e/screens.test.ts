import { test } from '@playwright/test';
import { kioskOnWall, phoneAtHome, walkLesson } from '../support/resident';
import { startServer, type Server } from '../support/server';

test.setTimeout(300_000); // a whole lesson, each screen looked at, while the kiosk fetches all voices

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const place of [kioskOnWall, phoneAtHome]) {
  test(`every screen of the first lesson can be read, reached and touched: ${place.name}`, async ({
    page,
  }) => {
    await walkLesson(page, server, place);
  });
}
