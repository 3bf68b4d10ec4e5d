import { baseOf, type Letter } from './letters';

/** A word as Vietnamese builds one, small letters without tone: `thương` → th + ươ + ng. */
export interface Syllable {
  readonly onset: string;
  readonly nucleus: string;
  readonly final: string;
}

const vowel = 'aăâeêioôơuưy';
const shape = new RegExp(
  `^(qu(?=[${vowel}])|gi(?=[${vowel}])|[^${vowel}]*)([${vowel}]+)([^${vowel}]*)$`,
  'u',
);

/** Beginnings of syllables, with those of names of the Central Highlands (Krông, Đrăng, Plei). */
const onsets = /^(?:[bcdđghklmnprstvx]?|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr|[bcdđgkp][lr]|[hms]r)$/u;

/** `k` is the end of names (Đắk Lắk) only. */
const finals = /^(?:c|ch|k|m|n|ng|nh|p|t)$/;

/** Vowels that may stand before a final consonant. */
const closing = onTheWay('a ă â e ê i iê o oa oă oe oo ô ôô ơ u uâ uê uô uơ uy uyê ư ươ y yê');
/** Vowels that end the syllable themselves. */
const ending = onTheWay(
  'ai ao au ay âu ây eo êu ia iêu iu oai oao oau oay oeo oi ôi ơi ua uau uây uêu ui uôi uơi uya uyu ưa ưi ươi ươu ưu ya yêu',
);

/** These vowels, and each as it is while some of its hats are still to come: `ươ`, `ưo`, `uơ`, `uo`. */
function onTheWay(vowels: string): ReadonlySet<string> {
  const ways = (whole: string): string[] =>
    Array.from(whole).reduce<string[]>(
      (begun, letter) => begun.flatMap((start) => [start + letter, start + baseOf(letter)]),
      [''],
    );
  return new Set(vowels.split(' ').flatMap(ways));
}

/** The parts of a word, or undefined where it cannot be one syllable (`windows`, `Mẫuu`, no vowel yet). */
export function syllableOf(word: readonly Letter[]): Syllable | undefined {
  const small = word.map(({ glyph }) => glyph.toLowerCase());
  const toned = word.filter(({ tone }) => tone !== '').length;
  if (toned > 1 || small.some((letter) => letter.length !== 1)) return undefined;
  const parts = partsOf(small.join(''));
  return parts && isPossible(parts) ? parts : undefined;
}

/** True for consonants that may begin a syllable, and nothing after them. */
export function isOnset(word: readonly Letter[]): boolean {
  return onsets.test(word.map(({ glyph }) => glyph.toLowerCase()).join(''));
}

/** The parts by their place alone, possible in Vietnamese or not. */
export function partsOf(small: string): Syllable | undefined {
  const [, onset, nucleus, final] = shape.exec(small) ?? [];
  return onset === undefined || !nucleus || final === undefined ? undefined : { onset, nucleus, final };
}

/** True for what is a syllable or may still become one when hats are put on it. */
export function isPossible({ onset, nucleus, final }: Syllable): boolean {
  if (!onsets.test(onset) || (final !== '' && !finals.test(final))) return false;
  return closing.has(nucleus) || (final === '' && ending.has(nucleus));
}

/** A final that lets the voice out only in sắc or nặng: `p t c ch k`. */
export function isStop(final: string): boolean {
  return /^(?:c|ch|k|p|t)$/.test(final);
}
