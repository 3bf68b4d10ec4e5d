import dictionary from 'dictionary-vi';
import { describe, expect, it } from 'vitest';
import type { Placement } from '.';
import { decompose, type Order } from './decompose';

/** Every word of the hunspell dictionary for Vietnamese; read here only, no part of what is shipped. */
const words = new TextDecoder()
  .decode(dictionary.dic)
  .normalize('NFC')
  .split('\n')
  .slice(1)
  .map((line) => line.trim())
  .filter((line) => line !== '');

const orders: Order[] = ['tone last', 'tone at its vowel', 'all marks last'];
const methods = ['dau', 'telex', 'vni'] as const;

/**
 * What Latin keys cannot say: two syllables written as one word, where help would spoil foreign words; and open
 * `uở`, for after `uow` people expect `ươ`. The keys of `dau` write both.
 */
const notInLatinKeys = ['palăng', 'uở'];

/** Open oa, oe, uy with a tone: the one place where the two ways of writing differ. */
const differs = /(?<!q)(?:o[àáảãạèéẻẽẹ]|[òóỏõọ][ae]|u[ỳýỷỹỵ]|[ùúủũụ]y)$/;
const old = /(?:[òóỏõọ][ae]|[ùúủũụ]y)$/;

/** The placements in which a word is written as the list writes it; both once, and one for each other order. */
function placementsOf(word: string, order: Order): Placement[] {
  if (differs.test(word)) return [old.test(word) ? 'old' : 'new'];
  return order === 'tone last' ? ['old', 'new'] : ['old'];
}

/** `hoà` as the other half of the country writes it: `hòa`. */
function inOldPlacement(word: string): string {
  return word.replace(/([ou])(\p{L})$/u, (_, first: string, second: string) => {
    const [vowel = '', tone = ''] = second.normalize('NFD');
    return (first + tone + vowel).normalize('NFC');
  });
}

// A dictionary takes its time where the machine has other work.
describe('every word of the dictionary', { timeout: 30_000 }, () => {
  it('is there to be written', () => {
    expect(words.length).toBeGreaterThan(6_600);
    expect(words.filter((word) => differs.test(word)).length).toBeGreaterThan(60);
  });

  it.each(methods.flatMap((method) => orders.map((order) => ({ method, order }))))(
    'can be written: $method, $order',
    ({ method, order }) => {
      const failed = words.flatMap((word) =>
        placementsOf(word, order)
          .map((placement) => decompose(word, method, order, placement).value)
          .filter((written) => written !== word)
          .map((written) => `${word}: ${written}`),
      );
      const known = method === 'dau' ? [] : notInLatinKeys;
      expect(failed.filter((line) => !known.some((word) => line.startsWith(`${word}:`)))).toEqual([]);
      expect(failed).toHaveLength(known.length * (order === 'tone last' ? 2 : 1));
    },
  );

  it.each(methods)('is written in capitals as well: %s', (method) => {
    const failed = words
      .filter((word) => !notInLatinKeys.includes(word))
      .map((word) => word.toUpperCase())
      .filter((word) => decompose(word, method, 'tone last', 'new').value !== word)
      .filter((word) => !old.test(word.toLowerCase()));
    expect(failed).toEqual([]);
  });

  it('has its tone on the first vowel of open oa, oe, uy where the old placement is set', () => {
    const failed = words
      .filter((word) => differs.test(word) && !old.test(word))
      .filter((word) => decompose(word, 'dau', 'tone last', 'old').value !== inOldPlacement(word));
    expect(failed).toEqual([]);
  });
});
