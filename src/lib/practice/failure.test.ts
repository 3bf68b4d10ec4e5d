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
const amount: Rule = { kind: 'amount', equals: 85_000, most: 499_999_999 };
const free: Rule = { kind: 'amount', equals: 85_000 };
const code: Rule = { kind: 'customer-code', equals: 'PB99000000123' };
const date: Rule = { kind: 'date', equals: '05/09/1990' };
const note: Rule = { kind: 'text', equals: 'tiền cơm Đồng Xoài', example: 'tiền cơm Đồng Xoài' };
const anything: Rule = { kind: 'text', example: 'Mẫu' };
const wifi: Rule = { kind: 'toggle', right: 'on', starts: 'off', options: ['on', 'off'] };
const strangers: Rule = { kind: 'toggle', right: 'off', starts: 'off', options: ['on', 'off'] };
const sign: Rule = { kind: 'sign', options: ['signed', 'blank'] };
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
    [amount, '', 'empty'],
    [amount, '85000', null],
    [amount, '85001', 'other'],
    [amount, '8500', 'other'],
    [amount, '0', 'other'],
    [amount, '499999999', 'other'],
    [amount, '500000000', 'over'],
    [free, '500000000', 'other'],
    [code, '', 'empty'],
    [code, 'PB99000000123', null],
    [code, 'pb99 0000 00123', null], // capitals and gaps do not matter
    [code, 'PB9900000012', 'short'],
    [code, 'PB990000001234', 'long'],
    [code, '9999000000123', 'letters'],
    [code, 'P999000000123', 'letters'],
    [code, 'PA99000000123', 'other'],
    [date, '', 'empty'],
    [date, '05/09/1990', null],
    [date, '5/9/1990', null],
    [date, '05-09-1990', null],
    [date, '05 09 1990', null],
    [date, '05091990', null],
    [date, '5091990', 'shape'],
    [date, '31/02/1990', 'shape'],
    [date, '1990-09-05', 'shape'],
    [date, 'hôm qua', 'shape'],
    [date, '09/05/1990', 'other'],
    [note, ' ', 'empty'],
    [note, '  TIEN COM  dong xoai ', null],
    [note, 'tien com dong', 'other'],
    [anything, '', 'empty'],
    [anything, 'x', null],
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
    [wifi, {}, 'other'],
    [wifi, { it: ['on'] }, null],
    [strangers, {}, null],
    [strangers, { it: ['on'] }, 'other'],
    [sign, {}, 'empty'],
    [sign, { it: ['signed'] }, null],
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

  test('for digits on a pad of dots, which takes none too many', () => {
    const pad: Rule = { ...digits, capped: true };
    expect(kinds(pad, {}, 'it').map(([kind]) => kind)).toEqual(['right', 'empty', 'short', 'other']);
    for (const [kind, found] of kinds(pad, {}, 'it')) expect(found).toBe(kind);
  });

  test('for money of any amount under any limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 499_999_999 }), fc.nat({ max: 9_999 }), (equals, more) => {
        for (const most of [undefined, equals + more])
          for (const [kind, found] of kinds({ kind: 'amount', equals, ...(most && { most }) }, {}, 'it'))
            expect(found).toBe(kind);
      }),
    );
  });

  test.each([code, date, note, anything, { ...date, equals: '01/01/2000' } as Rule])('for %j', (rule) => {
    for (const [kind, found] of kinds(rule, {}, 'it')) expect(found).toBe(kind);
  });

  test('for a value to be given once more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,9}$/), (first) => {
        for (const [kind, found] of kinds(same, { first }, 'again')) expect(found).toBe(kind);
      }),
    );
  });
});
