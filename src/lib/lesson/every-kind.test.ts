import { createActor } from 'xstate';
import { describe, expect, test, vi } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { everyKind } from './fixture/every-kind';
import { lessonMachine, type LessonEvent, type Point } from './machine';
import { prove } from './prove';
import { resume } from './resume';
import { visibleStep } from './visible-step';
import { walkLesson } from './walk';

vi.setConfig({ testTimeout: 30_000 }); // a walk takes a second, more on a busy machine

const files = { ...(await readFiles('.')), ...everyKind() };
const lesson = parseContent(files).lessons['every-kind']?.value;
if (!lesson) throw new Error('the fixture has no shape');

/** What is shown after these events, beginning at a step. */
function at(step: string, events: LessonEvent[], point: Partial<Point> = {}) {
  if (!lesson) throw new Error('no lesson');
  const actor = createActor(lessonMachine(lesson, { step, answers: {}, results: {}, ...point })).start();
  for (const event of events) actor.send(event);
  const snapshot = actor.getSnapshot();
  return { ...visibleStep(lesson, snapshot), output: snapshot.output };
}
const next: LessonEvent = { type: 'NEXT' };
const back: LessonEvent = { type: 'BACK' };
const again: LessonEvent = { type: 'AGAIN' };
const tap = (id: string): LessonEvent => ({ type: `tap.${id}` });
const taps = (...ids: string[]) => ids.map(tap);
const done = (slips: number, ...wrong: string[]): LessonEvent => ({ type: 'task.done', slips, wrong });

test('the lesson with every kind of step has nothing wrong with it, and all of it is walked', () => {
  const own = 'content/lessons/every-kind/';
  const needed = Object.entries(files).filter(
    ([file]) => file.startsWith(own) || !/^content\/(lessons|apps)\/(?!vneid)/.test(file),
  );
  const { violations, lessons } = prove(Object.fromEntries(needed), '2026-11-23');
  expect(violations.filter(({ file }) => file.startsWith(own))).toEqual([]);
  const counts = lessons.find(({ id }) => id === 'every-kind')?.counts;
  expect(counts?.taken).toBe(counts?.transitions);
  expect(counts?.tasks?.map(({ step }) => step)).toEqual(['together', 'alone.activate']);
  expect(counts?.hints).toBe(6);
});

test('walking it finds no step out of reach, and no end out of reach', () => {
  expect(walkLesson(lesson)).toMatchObject({ unreached: [], stuck: [] });
});

describe('putting in order', () => {
  test.each<[string, LessonEvent[], object]>([
    ['nothing is in its place at first', [], { phase: 'asking', answers: [], feedback: null }],
    ['what comes first is put in its place', taps('read'), { answers: ['read'], feedback: null }],
    [
      'what comes too early stays, with its answer',
      taps('type'),
      { answers: [], feedback: { choice: 'type', right: false, n: 1 } },
    ],
    [
      'the same too early once more is answered once more',
      taps('type', 'type'),
      { feedback: { choice: 'type', right: false, n: 2 } },
    ],
    ['something right takes the answer away', taps('type', 'read'), { answers: ['read'], feedback: null }],
    [
      'what is in its place is not put there again',
      taps('read', 'read'),
      { answers: ['read'], feedback: null },
    ],
    [
      'the last one ends it',
      taps('read', 'open', 'type', 'hang-up'),
      { phase: 'answered', canGoNext: true, answers: ['read', 'open', 'type', 'hang-up'] },
    ],
    ['nobody gets past it unfinished', [...taps('read'), next], { step: { id: 'sequence' } }],
    ['going back and forth loses nothing', [...taps('read', 'open'), back], { step: { id: 'whose' } }],
  ])('%s', (_, events, shown) => {
    expect(at('sequence', events)).toMatchObject(shown);
  });
});

describe('finding signs', () => {
  test.each<[string, LessonEvent[], object]>([
    [
      'a sign is praised, and says why it warns',
      taps('hurry'),
      { phase: 'asking', answers: ['hurry'], feedback: { choice: 'hurry', right: true, n: 1 } },
    ],
    [
      'what is innocent is explained',
      taps('name'),
      { answers: [], feedback: { choice: 'name', right: false, n: 1 } },
    ],
    ['a sign counts once', taps('hurry', 'hurry'), { answers: ['hurry'], phase: 'asking' }],
    [
      'all signs, in any order, end it; the last one is still explained',
      taps('link', 'sender', 'hurry'),
      { phase: 'answered', feedback: { choice: 'hurry', right: true } },
    ],
  ])('%s', (_, events, shown) => {
    expect(at('signs', events)).toMatchObject(shown);
  });
});

describe('how sure somebody is', () => {
  test.each<[string, LessonEvent[], object]>([
    ['may be left out', [next], { step: { id: 'hello' } }],
    ['is one touch', [{ type: 'RATE', face: '2' }], { phase: 'answered', answers: ['2'], canGoNext: true }],
    [
      'may be changed until they go on',
      [
        { type: 'RATE', face: '2' },
        { type: 'RATE', face: '4' },
      ],
      { answers: ['4'] },
    ],
    ['is kept when they come back', [{ type: 'RATE', face: '2' }, next, back], { answers: ['2'] }],
  ])('%s', (_, events, shown) => {
    expect(at('before', events)).toMatchObject(shown);
  });
});

describe('doing it on one’s own phone', () => {
  test.each<[string, LessonEvent[], object]>([
    ['is asked', [], { phase: 'asking', canGoNext: false }],
    ['may be put off', [next], { step: { id: 'after' } }],
    ['may be done', [{ type: 'DONE' }], { phase: 'answered', answers: ['done'], canGoNext: true }],
  ])('%s', (_, events, shown) => {
    expect(at('mine', events)).toMatchObject(shown);
  });
});

describe('a check in parts', () => {
  const right = [done(0), done(0), done(0)];
  test.each<[string, LessonEvent[], object]>([
    ['begins with its first part', [], { phase: 'doing', part: { id: 'activate' }, partNumber: 1 }],
    [
      'goes on after something wrong, without a word',
      [done(1, 'phone.strange-link')],
      {
        part: { id: 'call' },
        feedback: null,
        slips: undefined,
      },
    ],
    ['cannot be skipped', [next, done(0), next], { part: { id: 'call' } }],
    [
      'is passed with as many slips as are allowed',
      [...right, done(1, 'name')],
      { phase: 'passed', slips: 1 },
    ],
    ['is missed with one more', [done(1), done(1), done(0), done(0)], { phase: 'missed', slips: 2 }],
    [
      'tells at the end what went wrong where',
      [done(0), done(1, 'tell'), done(1, 'open'), done(0)],
      {
        phase: 'missed',
        results: [
          { part: { id: 'activate' }, result: { slips: 0, wrong: [] } },
          { part: { id: 'call' }, result: { slips: 1, wrong: ['tell'] } },
          { part: { id: 'turns' }, result: { slips: 1, wrong: ['open'] } },
          { part: { id: 'message' }, result: { slips: 0, wrong: [] } },
        ],
      },
    ],
    [
      'leads back to the coached task where the task went wrong',
      [done(2), done(0), done(0), done(0), again],
      { step: { id: 'together' }, phase: 'doing' },
    ],
    [
      'begins anew where only questions went wrong',
      [done(0), done(1), done(1), done(0), again],
      { step: { id: 'alone' }, phase: 'doing', part: { id: 'activate' }, results: [] },
    ],
    ['is left half done and found half done', [done(0), done(1), back, next], { step: { id: 'together' } }],
  ])('%s', (_, events, shown) => {
    expect(at('alone', events)).toMatchObject(shown);
  });

  test('goes on at the part where it was left', () => {
    const results = { 'alone.activate': { slips: 1, wrong: [] }, 'alone.call': { slips: 0, wrong: [] } };
    expect(at('alone', [], { results })).toMatchObject({ phase: 'doing', part: { id: 'turns' } });
  });

  test('counts the slips of all its parts at the end of the lesson', () => {
    const events = [done(0), done(1), done(0), done(0), next, next, next];
    expect(at('alone', events).output).toEqual({ passed: true, slips: 1, allowed: 1 });
  });
});

describe('coming back to it', () => {
  const saved = { lesson: 'every-kind', version: 3, step: 'alone', answers: {}, results: {} };
  test.each<[string, object, Point | undefined]>([
    ['at the same step', {}, { step: 'alone', answers: {}, results: {} }],
    [
      'at the step in place of one that is gone',
      { step: 'greeting' },
      { step: 'hello', answers: {}, results: {} },
    ],
    [
      'over two releases that each renamed it',
      { step: 'welcome' },
      { step: 'hello', answers: {}, results: {} },
    ],
    ['not at a step that is gone for good', { step: 'farewell' }, undefined],
    ['not at a name every object has', { step: 'toString' }, undefined],
    ['not at a step of another lesson', { lesson: 'other' }, undefined],
    [
      'with an answer stored as a text, as it was once',
      { answers: { whose: 'keep', gone: 'x' } },
      { step: 'alone', answers: { whose: ['keep'] }, results: {} },
    ],
    [
      'with a result stored before it said what went wrong',
      { results: { together: { slips: 2 }, gone: { slips: 1 } } },
      { step: 'alone', answers: {}, results: { together: { slips: 2, wrong: [] } } },
    ],
    [
      'with what is still in its place, and no more',
      { answers: { sequence: ['read', 'type', 'open'], signs: ['hurry', 'name', 'hurry'], whose: ['tell'] } },
      { step: 'alone', answers: { sequence: ['read'], signs: ['hurry'] }, results: {} },
    ],
    [
      'with the face taken and the milestone',
      { answers: { before: ['4'], after: ['9'], mine: ['done'] } },
      { step: 'alone', answers: { before: ['4'], mine: ['done'] }, results: {} },
    ],
    [
      'with the parts of a check that were done',
      { results: { 'alone.call': { slips: 1, wrong: ['tell'] }, 'alone.gone': { slips: 1 } } },
      { step: 'alone', answers: {}, results: { 'alone.call': { slips: 1, wrong: ['tell'] } } },
    ],
    [
      'without what cannot be read',
      { answers: 7, results: 'x' },
      { step: 'alone', answers: {}, results: {} },
    ],
  ])('%s', (_, change, point) => {
    expect(resume(lesson, { ...saved, ...change })).toEqual(point);
  });
});
