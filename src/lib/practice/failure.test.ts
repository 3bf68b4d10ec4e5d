import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untouched } from './context';
import { failure } from './failure';
import type { Rule } from './rule';
import { valuesOf } from './values';

const digits: Rule = { kind: 'digits', count: 6, equals: '246810' };
const password: Rule = { kind: 'password', min: 8, max: 20, special: '!@#$^*()', suggest: 'Nhaso#2026' };
const same: Rule = { kind: 'same', field: 'first' };
const choice: Rule = {
  kind: 'choice',
  right: 'b',
  options: ['a', 'b'],
  shown: { kind: 'picked', list: 'asked', option: 'x' },
};
const pick: Rule = { kind: 'pick', count: 2, options: ['a', 'b', 'c'] };

/** An app in which nothing but these has been done. */
const filled = (values: Record<string, string>, picks: Record<string, string[]> = {}) => ({
  ...untouched(),
  values,
  picks,
});

describe('a field says why it will not do', () => {
  test.each<[Rule, string, string | null]>([
    [digits, '', 'empty'],
    [digits, '24681', 'short'],
    [digits, '2468100', 'long'],
    [digits, '135790', 'other'],
    [digits, '246810', null],
    [password, '', 'empty'],
    [password, 'Nhaso#2026', null],
    [password, 'Nh#2026', 'short'],
    [password, 'Nhaso#2026Nhaso#20260', 'long'],
    [password, 'Nhaso#nhaso', 'no-digit'],
    [password, 'nhaso#2026', 'no-upper'],
    [password, 'NHASO#2026', 'no-lower'],
    [password, 'Nhaso2026', 'no-special'],
    [password, 'Nhaso #2026', 'stray'],
    [password, 'Nhàso#2026', 'stray'],
    [password, 'Nhaso_2026', 'stray'], // only one of the two guides allows it
  ])('%j with «%s»: %s', (rule, value, reason) => {
    expect(failure(rule, 'it', filled({ it: value }))).toBe(reason);
  });

  test.each<[string, string, string | null]>([
    ['246810', '', 'empty'],
    ['246810', '246811', 'other'],
    ['246810', '246810', null],
  ])('«%s» once more as «%s»: %s', (first, again, reason) => {
    expect(failure(same, 'again', filled({ first, again }))).toBe(reason);
  });
});

describe('a list says why it will not do', () => {
  test.each<[Rule, Record<string, string[]>, string | null]>([
    [choice, {}, null], // not on screen
    [choice, { asked: ['x'] }, 'empty'],
    [choice, { asked: ['x'], it: ['a'] }, 'other'],
    [choice, { asked: ['x'], it: ['b'] }, null],
    [pick, {}, 'few'],
    [pick, { it: ['a'] }, 'few'],
    [pick, { it: ['a', 'c'] }, null],
    [pick, { it: ['a', 'b', 'c'] }, 'many'],
  ])('%j with %j: %s', (rule, picks, reason) => {
    expect(failure(rule, 'it', filled({}, picks))).toBe(reason);
  });
});

describe('every example of a wrong value is wrong in the way it says', () => {
  const kinds = (rule: Rule, values: Record<string, string>, field: string) =>
    Object.entries(valuesOf(rule, { ...untouched(), values })).map(([kind, value]) => [
      kind,
      failure(rule, field, filled({ ...values, [field]: value })) ?? 'right',
    ]);

  test('for digits of any length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,19}$/), (equals) => {
        for (const [kind, found] of kinds({ kind: 'digits', count: equals.length, equals }, {}, 'it'))
          expect(found).toBe(kind);
      }),
    );
  });

  test('for passwords of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 0, max: 12 }), (min, more) => {
        const rule: Rule = { ...password, min, max: Math.max(min + more, 10) };
        for (const [kind, found] of kinds(rule, {}, 'it').filter(([one]) => one !== 'right'))
          expect(found).toBe(kind);
      }),
    );
  });

  test('for a value to be given once more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,9}$/), (first) => {
        for (const [kind, found] of kinds(same, { first }, 'again')) expect(found).toBe(kind);
      }),
    );
  });
});
