import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { moment, personName, shortText } from './fields';

const allows = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe('a moment', () => {
  it.each(['2026-11-23T01:30:00.000Z', '2024-02-29T23:59:59.999Z', new Date(0).toISOString()])(
    'may be %s',
    (text) => expect(allows(moment, text)).toBe(true),
  );

  it.each([
    '9999-99-99T99:99:99.999Z',
    '2026-02-30T00:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T23:59:60.000Z',
    '2026-11-23T01:30Z',
    '2026-11-23',
    '',
  ])('is never %j', (text) => expect(allows(moment, text)).toBe(false));
});

describe('what staff write', () => {
  it.each(['Nguyễn Thị Mẫu', 'Đến đúng giờ, điểm danh nhầm', 'Lớp «sáng» 23/11 😀', 'H’Mông'])(
    'may be %s',
    (text) => {
      expect(allows(personName, text)).toBe(true);
      expect(allows(shortText, text)).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['a character that ends texts elsewhere', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['another line break', 'a\u2028b'],
    ['a tab', 'a\tb'],
    ['a control character of the second set', 'a\u0085b'],
    ['a delete', 'a\u007fb'],
    ['writing turned around', 'a\u202eb'],
    ['writing embedded', 'a\u202ab'],
    ['writing isolated', 'a\u2066b\u2069'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00b'],
    ['letters in parts (NFD)', 'e\u0302\u0301'],
  ])('is never %s', (_what, text) => {
    expect(allows(personName, text)).toBe(false);
    expect(allows(shortText, text)).toBe(false);
  });
});
