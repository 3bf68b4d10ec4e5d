import { expect, type Page } from '@playwright/test';
import { initialTransition, transition } from 'xstate';
import type { PracticeApp } from '../../src/lib/content/app';
import type { Cast } from '../../src/lib/content/cast';
import { hintKeys, slipKey } from '../../src/lib/content/ids';
import type { CheckPart, WayBody } from '../../src/lib/content/lesson';
import { castOf } from '../../src/lib/content/variables';
import type { Content } from '../../src/lib/content/parse';
import { visibleStep } from '../../src/lib/lesson/visible-step';
import { actionsAt } from '../../src/lib/practice/actions';
import type { PracticeEvent } from '../../src/lib/practice/context';
import { practiceMachine, screenOf, type PracticeSnapshot } from '../../src/lib/practice/machine';
import { nextRight } from '../../src/lib/practice/next-right';
import { slipBetween } from '../../src/lib/practice/walk';
import type { Place } from './resident';
import type { LessonLeg, LessonPlan, PracticeLeg } from './walk-plan';

/** Longer than the guard against a trembling hand's second tap, in milliseconds of the page's clock. */
const aMoment = 700;

/** Opens the preview of a lesson at a step, on the device of `place`. */
export async function openStep(
  page: Page,
  url: string,
  lesson: string,
  step: string,
  place: Place,
): Promise<void> {
  const asked = new URLSearchParams({
    step,
    profile: place.panel ? 'kiosk' : 'phone',
    mm: String(place.mm ?? ''),
  });
  await page.goto(`${url}/style/lesson/${lesson}?${asked.toString()}`);
  await expect(page.locator(`[data-step="${step}"]`)).toBeVisible();
}

/** Where the app shows the solution itself, takes over. */
export async function takeOver(page: Page): Promise<void> {
  const showing = page.locator('[data-try]');
  await expect(page.locator('[data-mode]')).toBeVisible();
  if (!(await showing.isVisible())) return;
  await tap(page, '[data-try]');
  await expect(page.locator('[data-mode="coach"]')).toBeVisible();
}

/** Does one thing in an app with mouse and keyboard, and sees that it was answered as the machine says. */
export async function doLeg(
  page: Page,
  app: PracticeApp,
  leg: PracticeLeg,
  answered: 'by words' | 'by a sign',
): Promise<void> {
  const { event, before, after } = leg;
  await touch(page, event);
  // Once the goal is reached the app is gone, and what comes next is the lesson's.
  if (after.status === 'active')
    await expect(page.locator(`[data-screen="${screenOf(after)}"]`)).toBeVisible();
  const slip = slipBetween(before, after);
  if (slip === null) return;
  const words = answered === 'by words' ? `app-${app.id}:${slipKey(slip)}` : 'learn:test-wrong';
  // Whoever errs for the third time on a screen is shown what to do instead of what was wrong.
  const shown = page.locator(`[data-say="app-${app.id}:${hintKeys(screenOf(after))[1]}"]`);
  await expect(page.locator(`[data-say="${words}"]`).or(shown).first()).toBeVisible();
}

async function touch(page: Page, event: PracticeEvent): Promise<void> {
  if (event.type === 'enter') await write(page, event.field, event.value);
  else if (event.type === 'pick')
    await tap(page, `[data-control="${event.field}"][data-option="${event.option}"]`);
  else await tap(page, `button[data-control="${event.type.slice(event.type.indexOf('.') + 1)}"]`);
}

/** Writes with a keyboard into a field, or on the app's own pad, what there was before taken away first. */
async function write(page: Page, field: string, value: string): Promise<void> {
  const input = page.locator(`input[data-control="${field}"]`);
  if ((await input.count()) > 0) {
    await input.fill(value);
    return;
  }
  const pad = page.locator(`[data-control="${field}"]`);
  const typed = await pad.locator('.full').count();
  for (let index = 0; index < typed; index += 1) await pad.locator('[data-key="delete"]').click();
  for (const digit of value) await pad.locator(`[data-key="${digit}"]`).click();
}

/** Presses what a person would press next; a moment has passed since the last touch. */
async function tap(page: Page, selector: string): Promise<void> {
  await page.clock.runFor(aMoment);
  await page.locator(selector).click();
}

/** Does one thing in a lesson; a task is done whole, with so many slips on the way. */
export async function doLessonLeg(
  page: Page,
  content: Content,
  { lesson }: LessonPlan,
  { event, before, after }: LessonLeg,
): Promise<void> {
  const shown = visibleStep(lesson, before);
  if (!shown) throw new Error('a tour goes on after its end');
  const { step, part } = shown;
  const [kind, id] = event.type.split('.') as [string, string | undefined];
  if (event.type === 'task.done') {
    if (part && part.kind !== 'task') await answer(page, part, event.slips > 0);
    else {
      const way: WayBody | undefined = part ?? (step.kind === 'task' ? step : undefined);
      const app = way && content.apps[way.app]?.value;
      const cast = way && castOf(content, lesson, way.scene);
      if (!way || !app || !cast) throw new Error(`${step.id} has nothing to practise`);
      await takeOver(page);
      await practise(page, { app, cast, way }, step.kind === 'check' ? event.slips : 0);
    }
  } else if (event.type === 'RATE') await tap(page, `[data-face="${event.face}"]`);
  else if (event.type === 'DONE') await tap(page, '[data-do="done"]');
  else if (event.type === 'BACK') await tap(page, '[data-bar="back"]');
  else if (event.type === 'AGAIN') await tap(page, '[data-again]');
  else if (kind === 'choose') await tap(page, `[data-choice="${id}"]`);
  else if (kind === 'tap') await tap(page, `[data-item="${id}"], [data-part="${id}"]`);
  else await tap(page, step.kind === 'do' && shown.phase === 'asking' ? '[data-do="later"]' : '[data-main]');

  const next = visibleStep(lesson, after);
  const inCheck = next?.part ? `[data-check-part="${next.part.id}"]` : ':not([data-check-part])';
  if (next)
    await expect(
      page.locator(`[data-step="${next.step.id}"][data-state="${next.phase}"]${inCheck}`),
    ).toBeVisible();
  else await expect(page.locator('[data-passed]')).toBeVisible();
}

/** Answers a question of a check, rightly or wrongly, and hands it in. */
async function answer(
  page: Page,
  part: Exclude<CheckPart, { kind: 'task' }>,
  wrongly: boolean,
): Promise<void> {
  if (part.kind === 'choose') {
    const taken = part.choices.find(({ right }) => right !== wrongly);
    await tap(page, `[data-choice="${taken?.id}"]`);
  } else if (part.kind === 'order')
    for (const item of wrongly ? part.items.toReversed() : part.items)
      await tap(page, `[data-item="${item}"]`);
  else {
    const signs = part.parts.filter(({ sign }) => sign !== undefined);
    for (const { id } of wrongly ? signs.slice(1) : signs) await tap(page, `[data-part="${id}"]`);
    if (wrongly && signs.length === 1)
      await tap(page, `[data-part="${part.parts.find(({ sign }) => sign === undefined)?.id}"]`);
  }
  await tap(page, '[data-main]');
}

/** Brings a task to its goal the right way, but errs so many times as soon as one can. */
async function practise(
  page: Page,
  { app, cast, way }: { app: PracticeApp; cast: Cast; way: WayBody },
  slips: number,
): Promise<void> {
  const machine = practiceMachine(app, cast, way);
  let [at] = initialTransition(machine);
  let left = slips;
  const go = async (event: PracticeEvent) => {
    const [after] = transition(machine, at, event);
    const alone = (await page.locator('[data-mode="test"]').count()) > 0;
    await doLeg(page, app, { before: at, event, after }, alone ? 'by a sign' : 'by words');
    at = after;
  };
  while (at.status === 'active') {
    const wrong = left > 0 ? wrongAt(app, cast, at, machine) : undefined;
    const next = wrong ?? nextRight(app, cast, at, way.goal)?.event;
    if (!next) throw new Error(`${app.id}: no way from ${screenOf(at)} to ${way.goal}`);
    if (wrong) left -= 1;
    await go(next);
  }
}

/** A slip that can be made here and leads nowhere else, without help from time. */
function wrongAt(
  app: PracticeApp,
  cast: Cast,
  at: PracticeSnapshot,
  machine: ReturnType<typeof practiceMachine>,
): PracticeEvent | undefined {
  return actionsAt(app, cast, at)
    .map(({ event }) => event)
    .find((event) => {
      const [after] = transition(machine, at, event);
      return (
        event.type.startsWith('press.') && slipBetween(at, after) !== null && screenOf(after) === screenOf(at)
      );
    });
}
