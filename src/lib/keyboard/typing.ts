import type { Key } from './layouts';
import { compose, erase, lastWord, tones, type Method, type Placement } from './vietnamese';

/** Capitals: none, for one letter as on a phone, or until told otherwise. */
export type Shift = 'off' | 'once' | 'lock';

/** What has been written, always NFC, and whether the next letter is a capital. */
export type Typing = { readonly value: string; readonly shift: Shift };

/** How keys become words. */
export type Writing = { readonly method: Method; readonly placement?: Placement };

const plain: Writing = { method: 'plain' };
const further = { off: 'once', once: 'lock', lock: 'off' } as const;

/** What is written after one key. A first touch of shift is for one letter, a second keeps it, a third ends it. */
export function press(state: Typing, key: Key, writing: Writing = plain): Typing {
  const { value, shift } = state;
  if ('writes' in key) {
    const character = shift === 'off' ? key.writes : key.writes.toUpperCase();
    const isLetter = /\p{L}/u.test(key.writes);
    return {
      value: compose(value, character, writing),
      shift: shift === 'once' && isLetter ? 'off' : shift,
    };
  }
  switch (key.does) {
    case 'shift':
      return { ...state, shift: further[shift] };
    case 'space':
      return { ...state, value: compose(value, ' ', writing) };
    case 'delete':
      return { ...state, value: erase(value, writing) };
    case 'page':
      return state;
  }
}

/** The word that is being written, and what stands before it. */
export function current(value: string): { before: string; word: string } {
  const { head } = lastWord(value);
  return { before: head, word: value.normalize('NFC').slice(head.length) };
}

/** What each tone key would make of the word now: the vowel with its mark, and whether it is on already. */
export function tonesOf(value: string, writing: Writing): Map<string, { shown: string; on: boolean }> {
  const { word } = lastWord(value);
  const at = word.findIndex(({ tone }) => tone !== '');
  return new Map(
    Object.values(tones).map((tone) => {
      const on = word[at]?.tone === tone;
      const after = on ? word : lastWord(compose(value, tone, writing)).word;
      const vowel = after.findLast((letter) => letter.tone === tone)?.glyph ?? 'a';
      return [tone, { shown: (vowel + tone).normalize('NFC'), on }];
    }),
  );
}
