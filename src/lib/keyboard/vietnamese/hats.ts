import { baseOf, hatOf, under, type Hat, type Letter } from './letters';
import { likeCase, smallOf } from './settle';
import { isOnset, isPossible, syllableOf, type Syllable } from './syllable';

/** Which hat a key puts on which letter: Telex `w` is `{ a: breve, o: horn, u: horn }`. */
export type Hats = Readonly<Partial<Record<string, Hat>>>;

/** The word with one more hat where a syllable has room for it; undefined where it has none. */
export function hatted(word: readonly Letter[], hats: Hats): Letter[] | undefined {
  const parts = syllableOf(word);
  if (!parts) return undefined;
  const nucleus = choices(parts, hats).find((choice) => isPossible({ ...parts, nucleus: choice }));
  return nucleus === undefined ? undefined : withNucleus(word, parts, nucleus);
}

/** The word without the hats that this key puts on; undefined where it wears none of them. */
export function unhatted(word: readonly Letter[], hats: Hats): Letter[] | undefined {
  const parts = syllableOf(word);
  if (!parts) return undefined;
  const nucleus = Array.from(parts.nucleus, (letter) => {
    const hat = hatOf(letter);
    return hat !== '' && hats[baseOf(letter)] === hat ? under('', letter) : letter;
  }).join('');
  return nucleus === parts.nucleus ? undefined : withNucleus(word, parts, nucleus);
}

/** The vowels with one more hat, the likeliest first. */
function choices(parts: Syllable, hats: Hats): string[] {
  const { nucleus } = parts;
  if (hats['o'] === hats['u'] && /^[uư][oôơ]/.test(nucleus)) {
    const paired = (isLoose(parts) ? 'uơ' : 'ươ') + nucleus.slice(2);
    return paired === nucleus ? [] : [paired];
  }
  const vowels = Array.from(nucleus);
  return vowels
    .map((letter, at) => {
      const hat = hats[baseOf(letter)];
      return hat === undefined || hat === hatOf(letter)
        ? undefined
        : vowels.with(at, under(hat, letter)).join('');
    })
    .filter((choice) => choice !== undefined)
    .map((choice) => choice.replace('ưô', 'uô'))
    .reverse();
}

/** `huơ`, `thuở`, `khuơ`: the only beginnings after which open `uơ` is a word; everywhere else it is on its way to `ươ`. */
function isLoose({ onset, nucleus, final }: Syllable): boolean {
  return final === '' && nucleus.length === 2 && /^[kt]?h$/.test(onset);
}

function withNucleus(word: readonly Letter[], { onset }: Syllable, nucleus: string): Letter[] {
  return word.map((letter, at) => {
    const vowel = nucleus[at - onset.length];
    return vowel === undefined || at < onset.length
      ? letter
      : { ...letter, glyph: likeCase(letter.glyph, vowel) };
  });
}

/** The word with `đ` for its first `d`, where it is or may become a syllable; in HĐND for the last. */
export function barred(word: readonly Letter[]): Letter[] | undefined {
  return exchanged(word, 0, 'đ') ?? abbreviated(word, 'd', 'đ');
}

/** The word with `d` for that `đ`. */
export function unbarred(word: readonly Letter[]): Letter[] | undefined {
  return exchanged(word, 0, 'd') ?? abbreviated(word, 'đ', 'd');
}

function exchanged(word: readonly Letter[], at: number, to: string): Letter[] | undefined {
  const letter = word[at];
  if (letter?.glyph.toLowerCase() !== (to === 'đ' ? 'd' : 'đ')) return undefined;
  const next = word.with(at, { ...letter, glyph: likeCase(letter.glyph, to) });
  return at > 0 || isOnset(next) || syllableOf(next) ? next : undefined;
}

/** Consonants alone are an abbreviation; there the last letter counts, and `dd` means itself. */
function abbreviated(word: readonly Letter[], from: string, to: string): Letter[] | undefined {
  const small = smallOf(word);
  return new RegExp(`^[^aeiouyd]+${from}$`).test(small) ? exchanged(word, word.length - 1, to) : undefined;
}
