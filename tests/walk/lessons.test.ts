import { test } from '@playwright/test';
import { visibleStep } from '../../src/lib/lesson/visible-step';
import { startServer, type Server } from '../support/server';
import { eyes } from '../support/walk-eyes';
import { doLessonLeg, openStep } from '../support/walk-hands';
import { lessonPlaces, lessonsWalked } from '../support/walk-places';
import { contentOnDisk, lessonPlans, type LessonPlan } from '../support/walk-plan';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

const content = await contentOnDisk();

for (const place of lessonPlaces)
  for (const plan of lessonsWalked(lessonPlans(content)))
    test(`${plan.lesson.id}, ${plan.tours.flat().length} things done: ${place.name}`, async ({ page }) => {
      const look = eyes(page, place);
      await page.setViewportSize(place.size);
      await page.clock.install();
      for (const tour of plan.tours) {
        await openStep(page, server.url, plan.lesson.id, plan.lesson.steps[0]?.id ?? '', place);
        for (const leg of tour) {
          await look(placeOf(plan, leg.before));
          await doLessonLeg(page, content, plan, leg);
        }
        const last = tour.at(-1);
        if (last) await look(placeOf(plan, last.after));
      }
    });

/** What is on screen, as one would name it: the lesson, the step, how far it has come. */
function placeOf({ lesson }: LessonPlan, snapshot: Parameters<typeof visibleStep>[1]): string {
  const shown = visibleStep(lesson, snapshot);
  return shown
    ? [lesson.id, shown.step.id, shown.part?.id ?? '', shown.phase].join('/')
    : `${lesson.id}, the end`;
}
