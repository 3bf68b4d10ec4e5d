import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { lessonMachine, type LessonEvent } from './machine';
import { visibleStep } from './visible-step';

const content = parseContent(await readFiles('.'));
const lesson = content.lessons['vneid-activate']?.value;
if (!lesson) throw new Error('content has changed its names');

function after(events: LessonEvent[]) {
  if (!lesson) throw new Error('no lesson');
  const actor = createActor(lessonMachine(lesson)).start();
  for (const event of events) actor.send(event);
  const snapshot = actor.getSnapshot();
  return { snapshot, shown: visibleStep(lesson, snapshot) };
}
const next: LessonEvent = { type: 'NEXT' };
const back: LessonEvent = { type: 'BACK' };
const done = (slips: number): LessonEvent => ({ type: 'task.done', slips });
const answered: LessonEvent[] = [next, next, next, { type: 'choose.keep' }];
const coached: LessonEvent[] = [...answered, next, done(3)];
const passed: LessonEvent[] = [...coached, next, done(1)];
/** From the check to the end: what to remember, one's own phone, how sure one is. */
const home: LessonEvent[] = [next, next, next, next];
const missed: LessonEvent[] = [...coached, next, done(2)];

describe('a lesson', () => {
  test('begins with its first step, from which nothing leads back', () => {
    expect(after([back]).shown).toMatchObject({
      step: { id: 'why' },
      number: 1,
      count: 9,
      phase: 'reading',
      canGoBack: false,
      canGoNext: true,
    });
  });

  test('waits at a question until the right choice is found, and answers each wrong one', () => {
    const wrong: LessonEvent[] = [
      next,
      next,
      next,
      { type: 'choose.tell-half' },
      { type: 'choose.tell-half' },
    ];
    expect(after([...wrong, next]).shown).toMatchObject({
      step: { id: 'whose-otp' },
      phase: 'asking',
      canGoNext: false,
      feedback: { choice: 'tell-half', n: 2 },
    });
    expect(after(answered).shown).toMatchObject({
      phase: 'answered',
      answers: ['keep'],
      canGoNext: true,
      feedback: null,
    });
  });

  test('loses no answer to somebody who goes back', () => {
    expect(after([...answered, back, next]).shown).toMatchObject({
      step: { id: 'whose-otp' },
      phase: 'answered',
    });
    expect(after([...missed, back, next]).shown).toMatchObject({
      step: { id: 'alone' },
      phase: 'missed',
      slips: 2,
    });
  });

  test('lets a task be done once more', () => {
    expect(after([...coached]).shown).toMatchObject({ step: { id: 'together' }, phase: 'done', slips: 3 });
    expect(after([...coached, { type: 'AGAIN' }]).shown).toMatchObject({ phase: 'doing', slips: undefined });
  });

  test('is passed with as many slips as are allowed', () => {
    expect(after(passed).shown).toMatchObject({ phase: 'passed' });
    expect(after([...passed, ...home]).snapshot).toMatchObject({
      status: 'done',
      output: { passed: true, slips: 1, allowed: 1 },
    });
  });

  test('offers practice after one slip too many, and then the check anew', () => {
    expect(after([...missed, { type: 'AGAIN' }]).shown).toMatchObject({
      step: { id: 'together' },
      phase: 'doing',
    });
    const again: LessonEvent[] = [...missed, { type: 'AGAIN' }, done(0), next];
    expect(after(again).shown).toMatchObject({ step: { id: 'alone' }, phase: 'doing' });
    expect(after([...again, done(0), ...home]).snapshot.output).toEqual({
      passed: true,
      slips: 0,
      allowed: 1,
    });
  });

  test('can be finished without passing', () => {
    expect(after([...missed, ...home]).snapshot.output).toEqual({ passed: false, slips: 2, allowed: 1 });
    expect(after([...missed, ...home]).shown).toBeNull();
  });
});
