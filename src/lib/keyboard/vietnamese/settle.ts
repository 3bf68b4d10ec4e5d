import { hatOf, textOf, type Letter, type Tone } from './letters';
import { partsOf, syllableOf, type Syllable } from './syllable';

/** Where the tone stands in open `oa`, `oe`, `uy`: `hòa` (as most people write) or `hoà` (as schoolbooks do). */
export type Placement = 'old' | 'new';

/** The tone of a word; empty where it has none. */
export function toneOf(word: readonly Letter[]): Tone | '' {
  return word.find(({ tone }) => tone !== '')?.tone ?? '';
}

/** The word with this tone, or with none, on the vowel that carries it. */
export function withTone(word: readonly Letter[], tone: Tone | '', placement: Placement): Letter[] {
  const parts = partsOf(smallOf(word));
  if (!parts) return [...word];
  const at = parts.onset.length + carrier(parts, placement);
  return word.map(({ glyph }, index) => ({ glyph, tone: index === at ? tone : '' }));
}

/** The word with its tone moved to where it belongs, and `ươ` paired; as it is where it is no syllable. */
export function settled(word: readonly Letter[], placement: Placement): Letter[] {
  const paired = pair(word);
  const tone = toneOf(paired);
  return tone !== '' && syllableOf(paired) ? withTone(paired, tone, placement) : paired;
}

/** `uơ` and `ưo` before anything else are `ươ`: thuơng and thưong are no words. */
function pair(word: readonly Letter[]): Letter[] {
  const parts = syllableOf(word);
  if (!parts) return [...word];
  const { onset, nucleus, final } = parts;
  if (!/^(?:uơ|ưo)/.test(nucleus) || (final === '' && nucleus.length === 2)) return [...word];
  const at = onset.length;
  return word.map((letter, index) => {
    const whole = index === at ? 'ư' : index === at + 1 ? 'ơ' : undefined;
    return whole === undefined ? letter : { ...letter, glyph: likeCase(letter.glyph, whole) };
  });
}

/** The second text, capital where the first is. */
export function likeCase(like: string, text: string): string {
  return like !== like.toLowerCase() ? text.toUpperCase() : text;
}

/** The whole word in small letters without tones. */
export function smallOf(word: readonly Letter[]): string {
  return textOf(word.map(({ glyph }) => ({ glyph, tone: '' }))).toLowerCase();
}

/** The vowel of the nucleus that carries the tone, counted from 0. */
function carrier({ nucleus, final }: Syllable, placement: Placement): number {
  const vowels = Array.from(nucleus);
  const hatted = vowels.findLastIndex((letter) => hatOf(letter) !== '');
  if (hatted >= 0) return hatted;
  if (vowels.length < 2) return 0;
  if (vowels.length > 2) return final === '' ? 1 : vowels.length - 1;
  if (final !== '' || /^(?:ie|ue|uo|ye)$/.test(nucleus)) return 1; // the hat of the second is still to come
  return placement === 'new' && /^(?:oa|oe|uy)$/.test(nucleus) ? 1 : 0;
}
