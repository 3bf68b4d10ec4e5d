import { test } from '@playwright/test';
import { screenOf } from '../../src/lib/practice/machine';
import { expectSound } from '../support/look';
import { kioskOnWall, phoneAtHome } from '../support/resident';
import { startServer, type Server } from '../support/server';
import { doLeg, openStep } from '../support/walk-hands';
import { expectKeyboard, expectUsable } from '../support/walk-look';
import { appPlans, contentOnDisk } from '../support/walk-plan';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

for (const place of [kioskOnWall, phoneAtHome])
  for (const plan of appPlans(await contentOnDisk())) {
    const moves = plan.tours.reduce((sum, tour) => sum + tour.length, 0);
    test(`${plan.app.id} in ${plan.lesson.id}/${plan.step}, ${moves} things done: ${place.name}`, async ({
      page,
    }) => {
      const seen = new Set<string>();
      const look = async (screen: string) => {
        const what = `${plan.app.id}/${screen}`;
        await expectUsable(page, `${place.name}: ${what}`, place.panel !== undefined);
        if (seen.has(screen)) return;
        seen.add(screen);
        await expectSound(page, what, place);
        await expectKeyboard(page, `${place.name}: ${what}`);
      };
      await page.setViewportSize(place.size);
      await page.clock.install();
      for (const tour of plan.tours) {
        await openStep(page, server.url, plan.lesson.id, plan.step, place);
        const [first] = tour;
        if (first) await look(screenOf(first.before));
        for (const leg of tour) {
          await doLeg(page, plan, leg);
          if (leg.after.status !== 'done') await look(screenOf(leg.after));
        }
      }
    });
  }
