import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, keysOf, layoutOf, type Key } from './layouts';
import { nameId } from './names';
import { current, press, tonesOf, type Typing, type Writing } from './typing';
import { tones, type Method } from './vietnamese';

const nothing: Typing = { value: '', shift: 'off' };
const letter = (writes: string): Key => ({ writes });
const shift: Key = { does: 'shift' };
const space: Key = { does: 'space' };
const erase: Key = { does: 'delete' };
const type = (keys: Key[], from = nothing, writing?: Writing) =>
  keys.reduce((state, key) => press(state, key, writing), from);

describe('what somebody types', () => {
  const cases: [string, Key[], string][] = [
    ['a code', [letter('4'), letter('8'), letter('2')], '482'],
    ['a capital, then small letters again', [shift, letter('b'), letter('a')], 'Ba'],
    ['capitals, once shift was touched twice', [shift, shift, letter('b'), letter('a')], 'BA'],
    ['a capital taken back', [shift, shift, shift, letter('b')], 'b'],
    ['two words', [letter('a'), space, letter('b')], 'a b'],
    ['a letter deleted', [letter('a'), letter('b'), erase], 'a'],
    ['delete on an empty field does nothing', [erase, erase], ''],
    ['a sign stays itself with shift', [shift, letter('@')], '@'],
    ['… and leaves the capital for the letter after it', [shift, letter('@'), letter('a')], '@A'],
    ['a mark that arrives alone joins its letter', [letter('e'), letter('\u0302'), letter('\u0301')], 'ế'],
  ];
  it.each(cases)('%s', (_, keys, value) => {
    expect(type(keys).value).toBe(value);
  });

  it('a space does not use up the capital', () => {
    expect(type([shift, space, letter('a')]).value).toBe(' A');
  });

  it('a tone does not use up the capital', () => {
    const keys = [letter('a'), shift, letter(tones.sac), letter('n')];
    expect(type(keys, nothing, { method: 'dau' }).value).toBe('áN');
  });

  it('keeps what was there, capital pending, when a letter is deleted', () => {
    expect(press({ value: 'Ấp', shift: 'once' }, erase)).toEqual({ value: 'Ấ', shift: 'once' });
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
    expect(press({ value: before, shift: 'off' }, erase).value).toBe(after);
  });
});

const methods: Method[] = ['dau', 'telex', 'vni', 'plain'];
const layouts = [
  ['digits', digits] as const,
  ['signs', layoutOf('dau', 'signs')] as const,
  ...methods.map((method) => [method, layoutOf(method, 'letters')] as const),
];

describe('any keys in any order', () => {
  const anyKey = fc.constantFrom(...layouts.flatMap(([, layout]) => keysOf(layout)));

  it('leave a text in NFC', () => {
    fc.assert(
      fc.property(fc.array(anyKey), fc.constantFrom(...methods), (keys, method) => {
        const { value } = type(keys, nothing, { method });
        expect(value).toBe(value.normalize('NFC'));
      }),
    );
  });

  it('are undone by delete, one for each written letter, where letters are plain', () => {
    const plainKey = fc.constantFrom(
      ...keysOf(layoutOf('plain', 'letters')),
      ...keysOf(layoutOf('plain', 'signs')),
    );
    fc.assert(
      fc.property(fc.array(plainKey), plainKey, (keys, last) => {
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
  it.each(layouts)('%s fills every row and writes nothing twice', (_, layout) => {
    const width = (key: Key) => key.wide ?? 1;
    for (const row of layout.rows) {
      expect(row.reduce((sum, key) => sum + width(key), 0)).toBe(layout.columns);
    }
    const written = keysOf(layout).flatMap((key) => ('writes' in key ? [key.writes] : []));
    expect(new Set(written).size).toBe(written.length);
  });

  it.each(methods)('of %s is high enough for a small kiosk: five rows at most', (method) => {
    expect(layoutOf(method, 'letters').rows.length).toBeLessThanOrEqual(5);
  });

  it('with its signs holds what a password may need', () => {
    const keys = (['letters', 'signs'] as const).flatMap((page) => keysOf(layoutOf('plain', page)));
    const written = new Set(keys.flatMap((key) => ('writes' in key ? [key.writes] : [])));
    for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789!@#$^*()_-') expect(written).toContain(sign);
  });

  it('has a name of its own for every key', () => {
    const keys = layouts.flatMap(([, layout]) => keysOf(layout));
    const ids = new Set(keys.map(nameId));
    expect(ids.size).toBe(new Set(keys.map((key) => ('writes' in key ? key.writes : key.does))).size);
    for (const id of ids) expect(id).toMatch(/^keyboard:(?:key\.)?[a-z0-9]+$/);
  });
});

describe('what the tone keys show', () => {
  const shown = (value: string) => [...tonesOf(value, { method: 'dau' }).values()].map((one) => one.shown);

  it.each([
    ['', 'á à ả ã ạ'],
    ['th', 'á à ả ã ạ'],
    ['chuôi', 'ố ồ ổ ỗ ộ'],
    ['hoan', 'á à ả ã ạ'],
    ['HOÊ', 'Ế Ề Ể Ễ Ệ'],
    ['ma ', 'á à ả ã ạ'],
  ])('is what the word would become: %s', (value, expected) => {
    expect(shown(value).join(' ')).toBe(expected);
  });

  it('marks the tone that is on', () => {
    const keys = tonesOf('mạ', { method: 'dau' });
    expect(keys.get(tones.nang)).toEqual({ shown: 'ạ', on: true });
    expect(keys.get(tones.sac)).toEqual({ shown: 'á', on: false });
  });
});

describe('the word of the moment', () => {
  it.each([
    ['Nguyễn Văn', 'Nguyễn ', 'Văn'],
    ['Nguyễn ', 'Nguyễn ', ''],
    ['', '', ''],
  ])('«%s»', (value, before, word) => {
    expect(current(value)).toEqual({ before, word });
  });
});
