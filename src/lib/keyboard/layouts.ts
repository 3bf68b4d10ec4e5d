/** What a key does besides writing its own character. */
export type Action = 'shift' | 'delete' | 'space';

/** One key: a character it writes, or something it does. `wide` is its width in columns. */
export type Key =
  { readonly writes: string; readonly wide?: number } | { readonly does: Action; readonly wide?: number };

/** Rows of keys, each row filling the same number of columns where it is full. */
export type Layout = { readonly columns: number; readonly rows: readonly (readonly Key[])[] };

function row(characters: string): Key[] {
  return Array.from(characters, (writes) => ({ writes }));
}

/** Numbers: 1-2-3 on top as on a telephone, which older hands know, and one key to delete. */
export const digits: Layout = {
  columns: 3,
  rows: [row('123'), row('456'), row('789'), [...row('0'), { does: 'delete', wide: 2 }]],
};

/**
 * Letters, digits and the signs that passwords ask for. Ten keys a row, so that a key is as wide as it can be;
 * capital, space and one big delete have the row under the hand.
 */
export const letters: Layout = {
  columns: 10,
  rows: [
    row('1234567890'),
    row('qwertyuiop'),
    row('asdfghjkl@'),
    row('zxcvbnm.,?'),
    row('!#$^*()-_+'),
    [
      { does: 'shift', wide: 2 },
      { does: 'space', wide: 5 },
      { does: 'delete', wide: 3 },
    ],
  ],
};

/** Every key of a layout, in reading order. */
export function keysOf(layout: Layout): Key[] {
  return layout.rows.flat();
}
