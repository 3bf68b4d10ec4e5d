import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, keysOf, letters, type Key } from './layouts';
import { deleteLast, press, type Typing } from './typing';

const nothing: Typing = { value: '', shift: false };
const letter = (writes: string): Key => ({ writes });
const shift: Key = { does: 'shift' };
const space: Key = { does: 'space' };
const erase: Key = { does: 'delete' };
const type = (keys: Key[], from = nothing) => keys.reduce((state, key) => press(state, key), from);

describe('what somebody types', () => {
  const cases: [string, Key[], string][] = [
    ['a code', [letter('4'), letter('8'), letter('2')], '482'],
    ['a capital, then small letters again', [shift, letter('b'), letter('a')], 'Ba'],
    ['a capital taken back', [shift, shift, letter('b')], 'b'],
    ['two words', [letter('a'), space, letter('b')], 'a b'],
    ['a letter deleted', [letter('a'), letter('b'), erase], 'a'],
    ['delete on an empty field does nothing', [erase, erase], ''],
    ['a sign stays itself with shift', [shift, letter('@')], '@'],
    ['a mark that arrives alone joins its letter', [letter('e'), letter('\u0302'), letter('\u0301')], 'ế'],
  ];
  it.each(cases)('%s', (_, keys, value) => {
    expect(type(keys).value).toBe(value);
  });

  it('a space does not use up the capital', () => {
    expect(type([shift, space, letter('a')]).value).toBe(' A');
  });

  it('keeps what was there, capital pending, when a letter is deleted', () => {
    expect(press({ value: 'Ấp', shift: true }, erase)).toEqual({ value: 'Ấ', shift: true });
  });
});

describe('delete', () => {
  it.each([
    ['Nhiễ', 'Nhi'],
    ['Nhiễ'.normalize('NFD'), 'Nhi'],
    ['krăng', 'krăn'],
    ['o\u031b\u0323', ''],
    ['1.250₫', '1.250'],
  ])('takes one visible letter from %s', (before, after) => {
    expect(deleteLast(before)).toBe(after);
  });
});

describe('any keys in any order', () => {
  const anyKey = fc.constantFrom(...keysOf(letters), ...keysOf(digits));

  it('leave a text in NFC', () => {
    fc.assert(
      fc.property(fc.array(anyKey), (keys) => {
        const { value } = type(keys);
        expect(value).toBe(value.normalize('NFC'));
      }),
    );
  });

  it('are undone by delete, one for each written letter', () => {
    fc.assert(
      fc.property(fc.array(anyKey), anyKey, (keys, last) => {
        const before = type(keys);
        const written = press(before, last);
        if (written.value.length > before.value.length) {
          expect(press(written, erase).value).toBe(before.value);
        }
      }),
    );
  });
});

describe('a layout', () => {
  it.each([
    ['digits', digits],
    ['letters', letters],
  ])('%s fills every row and writes nothing twice', (_, layout) => {
    const width = (key: Key) => key.wide ?? 1;
    for (const row of layout.rows) {
      expect(row.reduce((sum, key) => sum + width(key), 0)).toBe(layout.columns);
    }
    const written = keysOf(layout).flatMap((key) => ('writes' in key ? [key.writes] : []));
    expect(new Set(written).size).toBe(written.length);
  });

  it('letters holds what a password may need', () => {
    const written = new Set(keysOf(letters).flatMap((key) => ('writes' in key ? [key.writes] : [])));
    for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789!@#$^*()_-') expect(written).toContain(sign);
  });
});
