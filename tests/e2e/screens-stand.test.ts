import { test } from '@playwright/test';
import { kioskOnStand, walkLesson } from '../support/resident';
import { startServer, type Server } from '../support/server';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ demo: true });
});

test.afterAll(async () => {
  await server.stop();
});

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test(`every screen of the first lesson can be read, reached and touched: ${kioskOnStand.name}`, async ({
  page,
}) => {
  await walkLesson(page, server, kioskOnStand);
});
