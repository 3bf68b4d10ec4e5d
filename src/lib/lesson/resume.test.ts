import { createActor } from 'xstate';
import { expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { everyKind } from './fixture/every-kind';
import { lessonMachine, type LessonEvent } from './machine';
import { checkpoint, resume } from './resume';

const lesson = parseContent({ ...(await readFiles('.')), ...everyKind() }).lessons['every-kind']?.value;
if (!lesson) throw new Error('the fixture has no shape');

test('what was left goes through storage and comes back whole', () => {
  const actor = createActor(lessonMachine(lesson)).start();
  const events: LessonEvent[] = [
    { type: 'RATE', face: '3' },
    { type: 'NEXT' },
    { type: 'NEXT' },
    { type: 'choose.tell' },
    { type: 'choose.keep' },
    { type: 'NEXT' },
    { type: 'tap.read' },
  ];
  for (const event of events) actor.send(event);
  const left = checkpoint(lesson, actor.getSnapshot());
  expect(left).toEqual({
    lesson: 'every-kind',
    version: 3,
    step: 'sequence',
    answers: { before: ['3'], whose: ['keep'], sequence: ['read'] },
    results: {},
  });
  const point = resume(lesson, JSON.parse(JSON.stringify(left)));
  const found = createActor(lessonMachine(lesson, point)).start().getSnapshot();
  expect(checkpoint(lesson, found)).toEqual(left);
});

test('a lesson starts from the beginning where nothing was saved', () => {
  expect(resume(lesson, undefined)).toBeUndefined();
  expect(resume(lesson, null)).toBeUndefined();
});
