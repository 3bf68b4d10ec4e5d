import { tones, type Method } from './vietnamese';

/** What a key does besides writing its own character. `page` changes between letters and signs. */
export type Action = 'shift' | 'delete' | 'space' | 'page';

/** One key: a character it writes, or something it does. `wide` is its width in columns. */
export type Key =
  { readonly writes: string; readonly wide?: number } | { readonly does: Action; readonly wide?: number };

/** Rows of keys, each row filling the same number of columns where it is full. */
export type Layout = { readonly columns: number; readonly rows: readonly (readonly Key[])[] };

/** The keys in sight: letters, or digits and signs. */
export type Page = 'letters' | 'signs';

function row(characters: string): Key[] {
  return Array.from(characters, (writes) => ({ writes }));
}

/** Numbers: 1-2-3 on top as on a telephone, which older hands know, and one key to delete. */
export const digits: Layout = {
  columns: 3,
  rows: [row('123'), row('456'), row('789'), [...row('0'), { does: 'delete', wide: 2 }]],
};

const latin: Key[][] = [
  row('qwertyuiop'),
  row('asdfghjkl.'),
  [{ does: 'shift', wide: 2 }, ...row('zxcvbnm,')],
];

const under: Key[] = [
  { does: 'page', wide: 2 },
  { does: 'space', wide: 5 },
  { does: 'delete', wide: 3 },
];

/** A key for every letter that has a hat, above; one for every tone, under the hand and before the space. */
const dau: Layout = {
  columns: 10,
  rows: [
    [...row('ăâđêôơư'), { does: 'delete', wide: 3 }],
    ...latin,
    [
      { does: 'page', wide: 2 },
      ...Object.values(tones).map((writes) => ({ writes })),
      { does: 'space', wide: 3 },
    ],
  ],
};

/** Telex writes with letters alone. */
const telex: Layout = { columns: 10, rows: [...latin, under] };

/** VNI writes its marks with digits, and a password asks for them. */
const withDigits: Layout = { columns: 10, rows: [row('1234567890'), ...latin, under] };

const signs: Layout = {
  columns: 10,
  rows: [row('1234567890'), row('@#$^*()-_+'), row('.,?!:/&%\'"'), under],
};

/** The keys for one way of writing. Ten a row, so that a key is as wide as it can be. */
export function layoutOf(method: Method, page: Page): Layout {
  if (page === 'signs') return signs;
  return { dau, telex, vni: withDigits, plain: withDigits }[method];
}

/** Every key of a layout, in reading order. */
export function keysOf(layout: Layout): Key[] {
  return layout.rows.flat();
}
