import { describe, expect, test } from 'vitest';
import { believedBy, solutionOf, wrongIn, type Question } from './judge';
import { mix } from './mix';

const choose: Question = {
  kind: 'choose',
  choices: [
    { id: 'tell', right: false, misconception: 'officers-ask' },
    { id: 'keep', right: true, misconception: undefined },
  ],
};
const order: Question = { kind: 'order', items: ['read', 'open', 'type', 'leave'] };
const spot: Question = {
  kind: 'spot',
  medium: 'sms',
  parts: [
    { id: 'sender', sign: 'any-number' },
    { id: 'name', sign: undefined },
    { id: 'link', sign: 'links-are-safe' },
  ],
};

describe('an answer without help', () => {
  test.each<[string, Question, string[], string[]]>([
    ['the right choice', choose, ['keep'], []],
    ['a wrong choice', choose, ['tell'], ['tell']],
    ['the right order', order, ['read', 'open', 'type', 'leave'], []],
    ['two things changed about', order, ['open', 'read', 'type', 'leave'], ['open']],
    ['the last one first', order, ['leave', 'read', 'open', 'type'], ['leave']],
    ['all the wrong way round', order, ['leave', 'type', 'open', 'read'], ['open', 'type', 'leave']],
    ['every sign and nothing else', spot, ['link', 'sender'], []],
    ['a sign missed', spot, ['sender'], ['link']],
    ['something innocent taken for a sign', spot, ['sender', 'link', 'name'], ['name']],
    ['nothing found', spot, [], ['sender', 'link']],
  ])('%s', (_, question, answer, wrong) => {
    expect(wrongIn(question, answer)).toEqual(wrong);
  });

  test.each<[string, Question, string, string | undefined]>([
    ['of a wrong choice', choose, 'tell', 'officers-ask'],
    ['of a sign missed', spot, 'link', 'links-are-safe'],
    ['but not of an innocent part', spot, 'name', undefined],
    ['nor of a thing out of order', order, 'open', undefined],
  ])('tells what is believed: %s', (_, question, wrong, misconception) => {
    expect(believedBy(question, wrong)).toBe(misconception);
  });

  test.each<[string, Question, string[], string | undefined]>([
    ['the right choice', choose, [], 'keep'],
    ['what comes first', order, [], 'read'],
    ['what comes next', order, ['read', 'open'], 'type'],
    ['a sign', spot, [], 'sender'],
    ['another sign', spot, ['sender'], 'link'],
    ['nothing where all is found', spot, ['sender', 'link'], undefined],
  ])('the solution points at %s', (_, question, answered, id) => {
    expect(solutionOf(question, answered)).toBe(id);
  });
});

describe('things to put in order', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];
  const seeds = Array.from({ length: 300 }, (_, index) => `lesson-${index}`);

  test('are all there, never in their order already, and not always alike', () => {
    const mixes = seeds.map((seed) => mix(items, seed));
    for (const mixed of mixes) {
      expect([...mixed].sort()).toEqual(items);
      expect(mixed).not.toEqual(items);
    }
    expect(new Set(mixes.map((mixed) => mixed.join())).size).toBeGreaterThan(50);
  });

  test('also where there are three only', () => {
    for (const seed of seeds) expect(mix(['a', 'b', 'c'], seed)).not.toEqual(['a', 'b', 'c']);
  });

  test('stand as they stood for whoever comes back', () => {
    expect(mix(items, 'vneid')).toEqual(mix(items, 'vneid'));
  });
});
