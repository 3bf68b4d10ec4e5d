import { shownText } from './hash';
import type { Lexicon } from './lexicon';
import { digitByDigit } from './numbers';
import { lawRules, numberRules, type Rule } from './spoken-numbers';
import { isSyllable } from './syllable';

/** What a voice is given to say, and the words in it that nobody has told it how to say. */
export interface Spoken {
  words: string;
  unknown: string[];
}

/** Makes what is shown into what is said: numbers, dates, money, addresses, codes and foreign words as words. */
export function speaker(lexicon: Lexicon): (text: string) => Spoken {
  const rules = [
    ...lawRules(lexicon),
    ...addressRules(lexicon),
    ...wordRules(lexicon),
    ...codeRules(lexicon),
    ...numberRules(lexicon),
  ];
  return (text) => {
    const shown = shownText(text);
    const key = nameOf(shown, lexicon);
    if (key !== undefined) return { words: key, unknown: [] };
    let words = plain(shown);
    for (const [pattern, said] of rules) words = words.replace(pattern, said);
    words = tidy(spelled(words, lexicon));
    return { words, unknown: unknownIn(words) };
  };
}

/** A letter or sign alone has a name. */
function nameOf(text: string, { keys, signs }: Lexicon): string | undefined {
  return signs[text] ?? (Array.from(text).length === 1 ? keys[text.toLowerCase()] : undefined);
}

/** Quotes are not heard; brackets and dashes are a short rest. */
function plain(text: string): string {
  return text
    .replace(/[«»“”„"‘’]/g, ' ')
    .replace(/\s*[([]([^)\]]*)[)\]]/g, (_, inside: string) =>
      /^\d/.test(inside) ? ` ${inside}` : `, ${inside},`,
    )
    .replace(/\s[–—·|→]\s|…|\.{3,}/g, ', ')
    .replace(/[•*]{2,}/g, ' ');
}

function addressRules({ addresses, keys }: Lexicon): Rule[] {
  const part = (label: string) =>
    addresses[label.toLowerCase()] ??
    (isSyllable(label) ? label : Array.from(label.toLowerCase(), (one) => keys[one] ?? one).join(' '));
  const host = (address: string) =>
    address
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
      .split('.')
      .map((label) => label.split('-').map(part).join(' gạch '))
      .join(' chấm ')
      .replaceAll('/', ' gạch chéo ');
  const domain = String.raw`(?:https?:\/\/)?[a-z\d][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)*\.[a-z]{2,}(?:\/[a-z\d./-]*[a-z\d])?\/?`;
  return [
    [
      new RegExp(`([a-z\\d._-]+)@(${domain})`, 'gi'),
      (_, name = '', where = '') => `${host(name)} a còng ${host(where)}`,
    ],
    [new RegExp(`(?<![\\p{L}\\d.])${domain}(?![\\p{L}])`, 'giu'), (address = '') => host(address)],
  ];
}

function wordRules({ words }: Lexicon): Rule[] {
  const entries = Object.entries(words).sort(([a], [b]) => b.length - a.length);
  return entries.map(([written, said]) => [
    new RegExp(
      `(?<![\\p{L}\\p{M}\\d])${written.replace(/[.+*?]/g, '\\$&')}(?![\\p{L}\\p{M}\\d])`,
      written === written.toLowerCase() ? 'giu' : 'gu',
    ),
    () => said,
  ]);
}

/** Passwords and codes of letters and digits are spelled, with every capital named: `Nhaso#2026`. */
function codeRules({ keys }: Lexicon): Rule[] {
  const spell = (text: string) =>
    Array.from(text, (one) => {
      if (/\d/.test(one)) return digitByDigit(one);
      const name = keys[one.toLowerCase()] ?? one;
      return /\p{Lu}/u.test(one) ? `${name} hoa` : name;
    }).join(', ');
  return [
    [/(?<![\p{L}\d])(?=[\w#@!$^*]*\p{L})(?=[\w#@!$^*]*[\d#@!$^*])[A-Za-z\d][\w#@!$^*]*[\w#@$^*](?![\p{L}\d%]|[.,]\d)/gu, (text = '') => unitLike(text) ?? spell(text)], // prettier-ignore
  ];
}

/** «7h30», «12MB», «50k» are amounts, not codes: the numbers' own rules say them. */
function unitLike(text: string): string | undefined {
  return /^\d+(?:[hg]\d{0,2}|km|m|cm|mm|kg|kWh|ha|GB|MB|KB|ml|k|VND)$/.test(text) ? text : undefined;
}

/** Capitals that make no syllable are said letter by letter; signs get their names. */
function spelled(text: string, { keys, signs }: Lexicon): string {
  return text
    .replace(/(?<![\p{L}\p{M}])\p{Lu}{1,6}(?![\p{L}\p{M}])/gu, (word) =>
      isSyllable(word) && word.length > 1
        ? word
        : Array.from(word.toLowerCase(), (one) => keys[one] ?? one).join(' '),
    )
    .replace(
      /(?<![\p{L}\p{M}])[^\P{L}aeiouyăâêôơư](?![\p{L}\p{M}])/giu,
      (one) => keys[one.toLowerCase()] ?? one,
    )
    .replace(/[%&+=@#/]/g, (sign) => ` ${signs[sign] ?? keys[sign] ?? ''} `);
}

function tidy(text: string): string {
  return text
    .replace(/[:;]/g, ',')
    .replace(/[^\p{L}\p{M}\s.,!?-]/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,!?])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,([.!?])/g, '$1')
    .replace(/([.!?]),/g, '$1')
    .replace(/^[\s,.]+/, '')
    .replace(/[\s,]+$/, '');
}

function unknownIn(words: string): string[] {
  return (words.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !isSyllable(word));
}
