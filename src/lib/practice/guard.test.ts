import { describe, expect, test } from 'vitest';
import type { Guard, PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { untouched } from './context';
import { holds, testOf } from './guard';

const app: PracticeApp = {
  id: 'bank',
  version: 1,
  frame: 'phone',
  start: 'name',
  messages: {},
  validators: {},
  checkpoints: [],
  screens: {},
  scenes: {
    honest: { shop: 'TRAN THI RAU MAU', payee: 'TRAN THI RAU MAU', amount: { money: 85_000 } },
    pasted: { shop: 'TRAN THI RAU MAU', payee: 'NGUYEN VAN LA MAU', amount: { money: 85_000 } },
  },
};
const persona: Cast['persona'] = {
  id: 'ong-thu',
  name: 'Trần Văn Thử',
  born: 1948,
  sex: 'male',
  idNumber: '000048000002',
  phone: '0100000456',
  values: {},
  words: { vi: {}, en: {} },
};
const sameName: Guard = { kind: 'equal', texts: ['scene.payee', 'scene.shop'] };
const inScene = (scene: string, guard: Guard) =>
  holds(testOf(app, { persona, place: {}, scene }, guard), untouched());

test('the name of the bank is that of the sign in an honest scene, and another where a code was pasted over', () => {
  expect(inScene('honest', sameName)).toBe(true);
  expect(inScene('pasted', sameName)).toBe(false);
  expect(inScene('pasted', { kind: 'any', of: [sameName, { kind: 'unset', flag: 'asked' }] })).toBe(true);
});

test('money is no text to compare', () => {
  expect(() => inScene('honest', { kind: 'equal', texts: ['scene.amount', 'scene.shop'] })).toThrow(
    /no text/,
  );
});

describe('a threshold of the place is passed strictly above it', () => {
  const place: Cast['place'] = { once: { money: 10_000_000 }, day: { money: 20_000_000 } };
  const scenes = { now: { spent: { money: 15_000_000 } } };
  const passes = (guard: Guard, typed: string | undefined) =>
    holds(testOf({ ...app, scenes }, { persona, place, scene: 'now' }, guard), {
      ...untouched(),
      values: typed === undefined ? {} : { amount: typed },
    });
  const once: Guard = { kind: 'above', field: 'amount', than: 'place.once' };
  const day: Guard = { kind: 'total-above', field: 'amount', and: 'scene.spent', than: 'place.day' };

  test.each<[string, Guard, string | undefined, boolean]>([
    ['9.999.999 at once', once, '9999999', false],
    ['10.000.000 at once', once, '10000000', false],
    ['10.000.001 at once', once, '10000001', true],
    ['19.999.999 in a day', day, '4999999', false],
    ['20.000.000 in a day', day, '5000000', false],
    ['20.000.001 in a day', day, '5000001', true],
    ['nothing typed yet, at once', once, undefined, false],
    ['nothing typed yet, in a day', day, undefined, false],
  ])('%s', (_, guard, typed, above) => {
    expect(passes(guard, typed)).toBe(above);
  });

  test('and must be money', () => {
    expect(() => testOf(app, { persona, place: {}, scene: 'honest' }, once)).toThrow(/no money/);
  });
});

describe('a guard looks at what has been done', () => {
  const seen = {
    ...untouched(),
    picks: { pets: ['dog', 'cat'] },
    messages: [{ id: 'otp', n: 1 }],
    flags: ['spoken'],
  };
  const set: Guard<number> = { kind: 'set', flag: 'spoken' };
  const unset: Guard<number> = { kind: 'unset', flag: 'spoken' };

  test.each<[Guard<number>, boolean]>([
    [set, true],
    [unset, false],
    [{ kind: 'set', flag: 'other' }, false],
    [{ kind: 'unset', flag: 'other' }, true],
    [{ kind: 'picked', list: 'pets', option: 'cat' }, true],
    [{ kind: 'picked', list: 'pets', option: 'bird' }, false],
    [{ kind: 'picked', list: 'wifi', option: 'on', untouched: false }, false],
    [{ kind: 'picked', list: 'wifi', option: 'off', untouched: true }, true],
    [{ kind: 'came', message: 'otp' }, true],
    [{ kind: 'came', message: 'bill' }, false],
    [{ kind: 'all', of: [set, unset] }, false],
    [{ kind: 'any', of: [set, unset] }, true],
    [{ kind: 'all', of: [set, { kind: 'any', of: [unset, set] }] }, true],
  ])('%j: %s', (guard, held) => {
    expect(holds(guard, seen)).toBe(held);
  });
});
