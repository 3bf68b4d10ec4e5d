import { expect, test } from '@playwright/test';
import { screenOf } from '../../src/lib/practice/machine';
import { startServer, type Server } from '../support/server';
import { eyes } from '../support/walk-eyes';
import { doLeg, openStep, takeOver } from '../support/walk-hands';
import { appPlaces } from '../support/walk-places';
import { appPlans, contentOnDisk } from '../support/walk-plan';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

for (const place of appPlaces)
  for (const { app, lesson, step, tours } of appPlans(await contentOnDisk()))
    test(`${app.id} as in ${lesson.id}/${step}, ${tours.flat().length} things done: ${place.name}`, async ({
      page,
    }) => {
      const look = eyes(page, place);
      await page.setViewportSize(place.size);
      await page.clock.install();
      for (const tour of tours) {
        await openStep(page, server.url, lesson.id, step, place);
        await takeOver(page);
        if (tour[0]) await look(`${app.id}/${screenOf(tour[0].before)}`);
        for (const leg of tour) {
          await doLeg(page, app, leg, 'by words');
          if (leg.after.status === 'done') await expect(page.locator('[data-screen]')).toHaveCount(0);
          else await look(`${app.id}/${screenOf(leg.after)}`);
        }
      }
    });
