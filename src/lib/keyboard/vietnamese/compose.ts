import { barred, hatted, unbarred, unhatted, type Hats } from './hats';
import { baseOf, breve, circumflex, horn, isTone, lastWord, lettersOf, textOf, tones } from './letters';
import type { Letter, Tone } from './letters';
import { likeCase, settled, toneOf, withTone, type Placement } from './settle';
import { isOnset, isStop, syllableOf } from './syllable';

/** How keys become Vietnamese: keys for every letter and tone, two ways of writing with Latin keys, or not at all. */
export type Method = 'dau' | 'telex' | 'vni' | 'plain';

/** How to write; `dau` with the tone in its old place where nothing is said. */
export interface Writing {
  readonly method?: Method;
  readonly placement?: Placement;
}

/** What one key does besides writing itself. */
type Role = { readonly tone: Tone | '' } | { readonly hats: Hats } | { readonly bar: true };

const round: Hats = { a: circumflex, e: circumflex, o: circumflex };

const telexHorn: Hats = { a: breve, o: horn, u: horn };

const telex: Readonly<Partial<Record<string, Role>>> = {
  s: { tone: tones.sac },
  f: { tone: tones.huyen },
  r: { tone: tones.hoi },
  x: { tone: tones.nga },
  j: { tone: tones.nang },
  z: { tone: '' },
  a: { hats: { a: circumflex } },
  e: { hats: { e: circumflex } },
  o: { hats: { o: circumflex } },
  w: { hats: telexHorn },
  d: { bar: true },
};

const vni: Readonly<Partial<Record<string, Role>>> = {
  1: { tone: tones.sac },
  2: { tone: tones.huyen },
  3: { tone: tones.hoi },
  4: { tone: tones.nga },
  5: { tone: tones.nang },
  0: { tone: '' },
  6: { hats: round },
  7: { hats: { o: horn, u: horn } },
  8: { hats: { a: breve } },
  9: { bar: true },
};

/**
 * The value after one more key, NFC. A key is the character it writes; a tone key of `dau` is its combining mark
 * (`tones`). Only the last word changes, and only where it is a Vietnamese syllable or may become one.
 */
export function compose(
  value: string,
  key: string,
  { method = 'dau', placement = 'old' }: Writing = {},
): string {
  if (method === 'plain') return (value + key).normalize('NFC');
  const { head, word } = lastWord(value);
  const role = method === 'dau' ? undefined : (method === 'telex' ? telex : vni)[key.toLowerCase()];
  const changed = isTone(key) ? touched(word, key, placement) : role && acted(word, role, key, placement);
  return (head + textOf(changed ?? written(word, key, placement))).normalize('NFC');
}

/** The value without its last visible letter, marks and all; the tone of what is left goes where it belongs. */
export function erase(value: string, { method = 'dau', placement = 'old' }: Writing = {}): string {
  const text = value.normalize('NFC');
  const last = Array.from(visible.segment(text)).at(-1);
  const left = last ? text.slice(0, last.index) : '';
  if (method === 'plain') return left;
  const { head, word } = lastWord(left);
  return head + textOf(settled(word, placement));
}

const visible = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The word with the key written at its end. */
function written(word: readonly Letter[], key: string, placement: Placement): Letter[] {
  const added = lettersOf(key);
  const [letter] = added;
  const last = word.at(-1);
  const corrects = added.length === 1 && letter && last && isHatOn(letter.glyph, last.glyph);
  if (corrects) {
    const mended = { glyph: likeCase(last.glyph, letter.glyph), tone: letter.tone || last.tone };
    return settled([...word.slice(0, -1), mended], placement);
  }
  return added.length === 1 ? settled([...word, ...added], placement) : [...word, ...added];
}

/** `ơ` touched after `o` or `ô` puts that hat on: no Vietnamese word has the two side by side. */
function isHatOn(letter: string, last: string): boolean {
  const small = letter.toLowerCase();
  const before = last.toLowerCase();
  if (small === before) return false;
  return small === 'đ' ? before === 'd' : baseOf(letter) !== small && baseOf(letter) === baseOf(last);
}

/** A tone key: puts the tone on, or takes it off where it is on already; in a foreign word on its last vowels. */
function touched(word: readonly Letter[], tone: Tone, placement: Placement): Letter[] {
  const from = syllableOf(word) ? 0 : Math.max(0, lastVowels(word));
  const syllable = word.slice(from);
  const next = toneOf(syllable) === tone ? '' : tone;
  return [...word.slice(0, from), ...withTone(syllable, next, placement)];
}

/** Where the last run of vowels begins; -1 where there is none. */
function lastVowels(word: readonly Letter[]): number {
  const isVowel = (letter: Letter | undefined) => /^[aeiouy]$/.test(baseOf(letter?.glyph ?? ''));
  const end = word.findLastIndex(isVowel);
  return word.findLastIndex((letter, at) => at <= end && isVowel(letter) && !isVowel(word[at - 1]));
}

/** What a key of Telex or VNI makes of the word; undefined where it only writes itself. */
function acted(word: readonly Letter[], role: Role, key: string, placement: Placement): Letter[] | undefined {
  if ('tone' in role) return toned(word, role.tone, key, placement);
  const on = 'bar' in role ? barred(word) : (hatted(word, role.hats) ?? begun(word, role.hats, key));
  if (on) return settled(on, placement);
  const off = 'bar' in role ? unbarred(word) : unhatted(word, role.hats);
  return off && undone(isBegun(word, role) ? word.slice(0, -1) : off, key, placement);
}

/** Telex `w` right after the consonants is `ư`: `đw` → `đư`. At the beginning of a word it stays `w`. */
function begun(word: readonly Letter[], hats: Hats, key: string): Letter[] | undefined {
  return hats === telexHorn && word.length > 0 && isOnset(word)
    ? [...word, { glyph: likeCase(key, 'ư'), tone: '' }]
    : undefined;
}

/** True for consonants and `ư` alone: the key that made it takes the whole letter back. */
function isBegun(word: readonly Letter[], role: Role): boolean {
  const ours = 'hats' in role && role.hats === telexHorn && word.length > 1;
  return (
    ours && word.at(-1)?.glyph.toLowerCase() === 'ư' && isOnset(word.slice(0, -1)) && toneOf(word) === ''
  );
}

function toned(
  word: readonly Letter[],
  tone: Tone | '',
  key: string,
  placement: Placement,
): Letter[] | undefined {
  const parts = syllableOf(word);
  const before = toneOf(word);
  if (!parts || (tone === '' && before === '')) return undefined;
  if (isStop(parts.final) && tone !== '' && tone !== tones.sac && tone !== tones.nang) return undefined;
  return tone === before
    ? undone(withTone(word, '', placement), key, placement)
    : withTone(word, tone, placement);
}

/** The same key twice means the letter itself. */
function undone(word: readonly Letter[], key: string, placement: Placement): Letter[] {
  return settled([...word, ...lettersOf(key)], placement);
}
