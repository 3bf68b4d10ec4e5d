import type { Key } from './layouts';

/** What has been written, always NFC, and whether the next letter is a capital. */
export type Typing = { readonly value: string; readonly shift: boolean };

/**
 * Puts one character at the end of what is written. This is the seam for Vietnamese: a composer with the same
 * signature joins the character to the syllable before it (`a` + `^` → `â`).
 */
export type Compose = (value: string, character: string) => string;

/** Writes the character as it is. */
export const plain: Compose = (value, character) => (value + character).normalize('NFC');

const visible = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The text without its last visible letter, marks and all: «Nhiễ» → «Nhi». */
export function deleteLast(value: string): string {
  const last = Array.from(visible.segment(value)).at(-1);
  return last ? value.slice(0, last.index) : '';
}

/** What is written after one key; a capital is for one letter only, as on a phone. */
export function press(state: Typing, key: Key, compose: Compose = plain): Typing {
  if ('writes' in key) {
    const character = state.shift ? key.writes.toUpperCase() : key.writes;
    return { value: compose(state.value, character), shift: false };
  }
  switch (key.does) {
    case 'shift':
      return { ...state, shift: !state.shift };
    case 'space':
      return { value: compose(state.value, ' '), shift: state.shift };
    case 'delete':
      return { ...state, value: deleteLast(state.value) };
  }
}
