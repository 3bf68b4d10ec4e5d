import { describe, expect, test } from 'vitest';
import type { Value } from './schema/value';
import type { Language } from './schema/words';
import { moneyText, shown, typed } from './values';

const space = '\u00a0'; // so that đ never stands alone on a line

describe('money is written as people read it', () => {
  test.each<[number, Language, string]>([
    [0, 'vi', '0'],
    [500, 'vi', '500'],
    [85_000, 'vi', '85.000'],
    [85_000, 'en', '85,000'],
    [9_999_999, 'vi', '9.999.999'],
    [10_000_000, 'vi', '10.000.000'],
    [10_000_000, 'en', '10,000,000'],
    [123_456_789_012, 'vi', '123.456.789.012'],
  ])('%d in %s', (amount, lang, text) => {
    expect(moneyText(amount, lang)).toBe(`${text}${space}đ`);
  });
});

describe('a value', () => {
  test.each<[Value, string, string, string | undefined]>([
    ['BA MAU', 'BA MAU', 'BA MAU', 'BA MAU'],
    [{ money: 85_000 }, `85.000${space}đ`, `85,000${space}đ`, '85000'],
    [{ day: '2026-11-20' }, '20/11/2026', '20/11/2026', '20/11/2026'],
    [{ vi: 'tiền cơm', en: 'lunch' }, 'tiền cơm', 'lunch', undefined],
  ])('%j is shown in both languages, and typed', (value, vi, en, keys) => {
    expect([shown(value, 'vi'), shown(value, 'en'), typed(value)]).toEqual([vi, en, keys]);
  });
});
