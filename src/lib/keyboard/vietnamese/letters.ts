/** The five tones, each as the Unicode mark that carries it. */
export const tones = {
  sac: '\u0301',
  huyen: '\u0300',
  hoi: '\u0309',
  nga: '\u0303',
  nang: '\u0323',
} as const;
export type Tone = (typeof tones)[keyof typeof tones];

/** What is over a letter besides its tone: â ê ô, ă, or the horn of ơ ư. */
export const circumflex = '\u0302';
export const breve = '\u0306';
export const horn = '\u031b';
export type Hat = typeof circumflex | typeof breve | typeof horn | '';

/** One letter of a word: as it is written without its tone, and its tone (empty where it has none). */
export interface Letter {
  readonly glyph: string;
  readonly tone: Tone | '';
}

const everyTone: readonly string[] = Object.values(tones);

/** True where the text is one of the five tone marks alone. */
export function isTone(text: string): text is Tone {
  return everyTone.includes(text);
}

/** A value cut before its last word: what is not touched, and the letters of the word. */
export function lastWord(value: string): { head: string; word: Letter[] } {
  const text = value.normalize('NFC');
  const word = /[\p{L}\p{M}]*$/u.exec(text)?.[0] ?? '';
  return { head: text.slice(0, text.length - word.length), word: lettersOf(word) };
}

/** The letters of a text, each with the marks that Unicode has no single sign for. */
export function lettersOf(text: string): Letter[] {
  return (text.normalize('NFC').match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).map(
    (whole) => known.get(whole) ?? part(whole),
  );
}

function part(whole: string): Letter {
  const parts = Array.from(whole.normalize('NFD'));
  const tone = parts.slice(1).find(isTone) ?? '';
  const glyph = parts.filter((one, at) => at === 0 || one !== tone).join('');
  return { glyph: glyph.normalize('NFC'), tone };
}

/** Vietnamese vowels by their sign: every word is made of them, and taking them apart each time is slow. */
const known: ReadonlyMap<string, Letter> = new Map(
  Array.from('aăâeêioôơuưyAĂÂEÊIOÔƠUƯY').flatMap((glyph) =>
    ['', ...Object.values(tones)].map(
      (tone) => [(glyph + tone).normalize('NFC'), part(glyph + tone)] as const,
    ),
  ),
);

/** The letters as text, NFC. */
export function textOf(word: readonly Letter[]): string {
  return word
    .map(({ glyph, tone }) => glyph + tone)
    .join('')
    .normalize('NFC');
}

/** The letter under its hat: `ấ` → `a`; small. */
export function baseOf(glyph: string): string {
  return (glyph.normalize('NFD')[0] ?? '').toLowerCase();
}

/** The hat of a letter. */
export function hatOf(glyph: string): Hat {
  const marks = glyph.normalize('NFD').slice(1);
  return marks === circumflex || marks === breve || marks === horn ? marks : '';
}

/** The same letter, capital or small as it was, under this hat. */
export function under(hat: Hat, glyph: string): string {
  return ((glyph.normalize('NFD')[0] ?? '') + hat).normalize('NFC');
}
