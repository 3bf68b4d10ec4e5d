import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lessonKeys } from './lesson-keys';
import { lessonSchema } from './schema/lesson';

/** The words that a lesson of one step needs, without those every lesson and step needs. */
function keysOf(step: object): string[] {
  const lesson = v.parse(lessonSchema, {
    id: 'one',
    version: 1,
    track: 'any',
    minutes: 1,
    picture: 'any',
    persona: 'any',
    place: 'any',
    competencies: ['any.thing'],
    steps: [{ id: 's', ...step }],
  });
  return lessonKeys(lesson).filter((key) => !['title', 'about', 's.title'].includes(key));
}

const order = ['wake', 'wash', 'eat'];
const spot = { in: 'sms', parts: { sender: { sign: 'any' }, name: {} } };
const choose = { yes: { right: true }, no: { misconception: 'any' } };
const way = { app: 'any', from: 'one', goal: 'two' };

test.each([
  [
    'what is to be put in order, with an answer to each that comes too early',
    { order },
    [
      'question',
      'item.wake',
      'item.wash',
      'feedback.wash',
      'item.eat',
      'feedback.eat',
      'done',
      'hint1',
      'hint2',
    ],
  ],
  [
    'what is to be found, with a reason for each',
    { spot },
    ['question', 'part.sender', 'feedback.sender', 'part.name', 'feedback.name', 'done', 'hint1', 'hint2'],
  ],
  ['a task', { task: { ...way, modes: ['show', 'coach'] } }, ['goal', 'done']],
  ['something to do on one’s own phone', { do: { milestone: 'm', parts: ['open'] } }, ['goal', 'open']],
  ['how sure somebody is', { rate: { what: 'confidence', moment: 'before' } }, []],
  ['a check of one task', { check: { ...way, pass: { slips: 1 } } }, ['passed', 'missed', 'goal']],
  [
    'a check in parts, with feedback only on what can go wrong',
    {
      check: {
        parts: [
          { id: 'a', task: way },
          { id: 'b', choose },
          { id: 'c', order },
          { id: 'd', spot },
        ],
        pass: { slips: 1 },
      },
    },
    [
      ...['passed', 'missed', 'a.goal', 'b.question', 'b.choice.yes', 'b.choice.no', 'b.feedback.no'],
      ...['c.question', 'c.item.wake', 'c.item.wash', 'c.feedback.wash', 'c.item.eat', 'c.feedback.eat'],
      ...['d.question', 'd.part.sender', 'd.feedback.sender', 'd.part.name', 'd.feedback.name'],
    ],
  ],
])('words are asked for %s', (_, step, keys) => {
  expect(keysOf(step)).toEqual(keys.map((key) => `s.${key}`));
});
