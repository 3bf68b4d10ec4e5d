import { test } from '@playwright/test';
import { kioskOnWall, phoneAtHome, walkLesson } from '../support/resident';
import { startServer, type Server } from '../support/server';

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
