import { expect, test } from 'vitest';
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
