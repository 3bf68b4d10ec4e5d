import { compose, lastWord, tones, type Method, type Placement } from '.';
import { baseOf, breve, circumflex, hatOf, horn, type Letter } from './letters';

type Latin = 'telex' | 'vni';
/** In which order somebody types the marks of a word. */
export type Order = 'tone last' | 'tone at its vowel' | 'all marks last';

const names = ['sac', 'huyen', 'hoi', 'nga', 'nang'] as const;
const keys = {
  telex: { sac: 's', huyen: 'f', hoi: 'r', nga: 'x', nang: 'j' },
  vni: { sac: '1', huyen: '2', hoi: '3', nga: '4', nang: '5' },
  dau: tones,
} as const;

/**
 * Touches the keys that somebody would for a word, by the tables of each method alone. A key that would be taken for
 * a mark is touched twice, as people learn to do.
 */
export function decompose(word: string, method: Latin | 'dau', order: Order, placement: Placement): Keys {
  const letters = lastWord(word).word;
  const late = order === 'all marks last' && /[aeiouy]/i.test(word.normalize('NFD')); // HĐND has no «last»
  const typed = new Keys(method, placement);
  const marks: string[] = [];
  for (const letter of letters) {
    const [base, mark] = method === 'dau' ? [letter.glyph, ''] : parted(letter, method);
    typed.write(base);
    if (mark !== '' && late) marks.push(mark);
    else if (mark !== '') typed.touch(mark);
    if (order === 'tone at its vowel') toneKeys(letter, method).forEach((key) => typed.touch(key));
  }
  // One w makes both letters of ươ.
  for (const [at, mark] of marks.entries()) if (marks[at - 1] !== mark) typed.touch(mark);
  if (order !== 'tone at its vowel')
    for (const letter of letters) toneKeys(letter, method).forEach((key) => typed.touch(key));
  return typed;
}

/** Keys touched one after the other, and what stands there then. */
export class Keys {
  readonly keys: string[] = [];
  value = '';

  constructor(
    readonly method: Method,
    readonly placement: Placement,
  ) {}

  touch(key: string): void {
    this.keys.push(key);
    this.value = compose(this.value, key, this);
  }

  /** Touches several; what stands there then. */
  all(keys: Iterable<string>): string {
    for (const key of keys) this.touch(key);
    return this.value;
  }

  /** Writes a letter as it is: once more where the first touch was taken for a mark. */
  write(letter: string): void {
    const { length } = this.value;
    this.touch(letter);
    if (this.value.length === length) this.touch(letter);
  }
}

function toneKeys(letter: Letter, method: Latin | 'dau'): string[] {
  const name = names.find((one) => tones[one] === letter.tone);
  return name === undefined ? [] : [keys[method][name]];
}

/** A letter without its hat or bar, and the key that puts it on; empty where there is none. */
function parted({ glyph }: Letter, method: Latin): [base: string, mark: string] {
  const small = glyph.toLowerCase();
  const like = (text: string) => (glyph === small ? text : text.toUpperCase());
  if (small === 'đ') return [like('d'), method === 'vni' ? '9' : 'd'];
  const base = baseOf(glyph);
  const telex = { [circumflex]: base, [breve]: 'w', [horn]: 'w', '': '' };
  const vni = { [circumflex]: '6', [breve]: '8', [horn]: '7', '': '' };
  return [like(base), (method === 'vni' ? vni : telex)[hatOf(glyph)]];
}
