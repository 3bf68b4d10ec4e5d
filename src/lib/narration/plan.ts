import type { Has } from './clip-index';
import { shownText } from './hash';

/** A text on screen with what it was made of. */
export interface Saying {
  /** As it is shown. */
  text: string;
  /** The same with its `{{variables}}` still open, where it has any. */
  template?: string;
  variables?: Record<string, string | number>;
}

/** How a number is said in words; given from outside, because most texts need none. */
export type Counting = (number: string) => string;

/**
 * The texts whose clips, one after the other, say a saying. A text whose values nobody could know beforehand
 * (a count, a number that was typed) is put together out of the pieces around its variables and of number words;
 * a value without a clip, as the name of a person, is passed over. Nothing where a piece of its own is missing.
 */
export function plan(saying: Saying, has: Has, counting: Counting): string[] {
  if (shownText(saying.text) === '') return [];
  if (has(saying.text)) return [saying.text];
  if (saying.template !== undefined)
    return fromPieces(saying.template, saying.variables ?? {}, has, counting);
  return valueParts(saying.text, has, counting);
}

/** The parts of a template that do not change, and the names of its variables, in order. */
export function piecesOf(template: string): { text: string; variable: boolean }[] {
  return template
    .split(/(\{\{\w+\}\})/)
    .map((part) => ({ text: shownText(part.replace(/[{}]/g, '')), variable: part.startsWith('{{') }))
    .filter(({ text, variable }) => variable || speaks(text));
}

/** True for what has something to say: a bracket or a full stop alone has not. */
export function speaks(text: string): boolean {
  return /[\p{L}\p{N}/%&+@#]/u.test(text);
}

function fromPieces(
  template: string,
  variables: Record<string, string | number>,
  has: Has,
  counting: Counting,
): string[] {
  const pieces = piecesOf(template);
  if (pieces.some(({ text, variable }) => !variable && !has(text))) return [];
  return pieces.flatMap(({ text, variable }) =>
    variable ? valueParts(String(variables[text] ?? ''), has, counting) : [text],
  );
}

const units: Record<string, string> = { đ: 'đồng', '₫': 'đồng', '%': 'phần trăm' };

/** A value: its own clip, or that of a number, word after word, with its unit. */
function valueParts(value: string, has: Has, counting: Counting): string[] {
  if (has(value)) return [value];
  const [, amount, unit = ''] = /^([\d.]+)\s?([đ₫%])$/.exec(shownText(value)) ?? [];
  if (amount === undefined) return numberParts(shownText(value), has, counting);
  const parts = numberParts(amount, has, counting);
  const word = units[unit] ?? '';
  return parts.length > 0 && has(word) ? [...parts, word] : [];
}

function numberParts(value: string, has: Has, counting: Counting): string[] {
  const plain = value.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  if (!/^\d+$/.test(plain)) return [];
  const spoken = isCode(plain) ? Array.from(plain) : longest(counting(plain).split(' '), has);
  return spoken.every(has) ? spoken : [];
}

/** What is too long for an amount that people say, or begins with 0, is a code: said digit by digit. */
export function isCode(digits: string): boolean {
  return /^0\d/.test(digits) || digits.length > 9;
}

/** Words joined to the longest runs that have a clip: «hai mươi lăm» is one, not three. */
function longest(words: string[], has: Has): string[] {
  for (let end = words.length; end > 0; end--) {
    const run = words.slice(0, end).join(' ');
    if (end === 1 || has(run)) return [run, ...(end < words.length ? longest(words.slice(end), has) : [])];
  }
  return [];
}
