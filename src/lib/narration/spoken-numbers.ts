import type { Lexicon } from './lexicon';
import { digitByDigit, numberWords } from './numbers';

/** One way to say a kind of number: what it looks like, and its words. */
export type Rule = [pattern: RegExp, words: (...match: string[]) => string];

const grouped = /\d{1,3}(?:\.\d{3}| \d{3}(?=[\d ]*\s?(?:đ|₫)))+/.source;
const decimal = /\d+,\d+/.source;
const amount = `(?:${grouped}(?:,\\d+)?|${decimal}|\\d+)`;

/** A number as it is written here, with points between thousands and a comma before tenths. */
function said(written: string): string {
  return numberWords(written.replace(/[. ]/g, '').replace(',', '.'));
}

/** A code in small groups, so that it can be followed: `482915` → «bốn tám hai, chín một năm». */
function code(digits: string): string {
  const groups = digits.length <= 4 ? [digits] : (digits.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? []);
  return groups.map(digitByDigit).join(', ');
}

const month = (number: string) => (Number(number) === 4 ? 'tư' : said(String(Number(number))));
const day = (number: string) => (Number(number) <= 10 ? 'mùng ' : '') + said(String(Number(number)));
const dated = (d: string, m: string, y?: string) =>
  `ngày ${day(d)} tháng ${month(m)}${y ? ` năm ${said(y)}` : ''}`;

function clock(hours: string, minutes: string): string {
  return Number(minutes) === 0
    ? `${said(String(Number(hours)))} giờ`
    : `${said(String(Number(hours)))} giờ ${said(String(Number(minutes)))}`;
}

/** What an unknown authority behind the number of a law is called: letter by letter. */
function authority(name: string, lexicon: Lexicon): string {
  return (
    lexicon.laws[name] ?? Array.from(name.toLowerCase(), (letter) => lexicon.keys[letter] ?? '').join(' ')
  );
}

/** The numbers of laws, which look like dates and words: before all others. */
export function lawRules(lexicon: Lexicon): Rule[] {
  return [
    [
      /(?<!\d)(\d+)\/(\d{4})\/([A-ZĐ][\p{L}\d-]*)/gu,
      (_, n = '', year = '', who = '') => `${said(n)}, năm ${said(year)}, ${authority(who, lexicon)}`,
    ],
    [
      /(?<!\d)(\d+)\/([A-ZĐ]+-[\p{L}\d-]*)/gu,
      (_, n = '', who = '') => `${said(n)}, ${authority(who, lexicon)}`,
    ],
  ];
}

/** Every kind of number, the more telling before the plainer; after all of them no digit is left. */
export function numberRules(lexicon: Lexicon): Rule[] {
  const unit = Object.keys(lexicon.units)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const hotlines = lexicon.hotlines.join('|');
  return [
    // Days: 23/11/2026, ngày 5/9, tháng 11/2026, 1-15/6.
    [
      /(?:ngày\s+)?(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/giu,
      (_, d = '', m = '', y) => dated(d, m, y),
    ],
    [/ngày\s+(\d{1,2})\/(\d{1,2})(?![\d/])/giu, (_, d = '', m = '') => dated(d, m)],
    [/tháng\s+(\d{1,2})\/(\d{4})(?![\d/])/giu, (_, m = '', y = '') => `tháng ${month(m)} năm ${said(y)}`],
    [/tháng\s+(\d{1,2})(?![\d/.,])/giu, (_, m = '') => `tháng ${month(m)}`],
    [/(?<![\d/])(\d{1,2})\/(\d{4})(?![\d/])/g, (_, m = '', y = '') => `tháng ${month(m)} năm ${said(y)}`],
    // Times: 7:30, 7h30, 8h, 14g.
    [/(?<!\d)(\d{1,2})\s*[:hg]\s*(\d{2})(?!\d)/g, (_, h = '', m = '') => clock(h, m)],
    [/(?<!\d)(\d{1,2})\s?h(?![\p{L}\d])/gu, (_, h = '') => clock(h, '0')],
    // Telephone numbers and hotlines: 1900.0368, 0100 000 123, (028) 3822 1234, 113.
    [/(?<!\d)(1[89]00)[ .](\d{4,6})(?!\d)/g, (_, a = '', b = '') => `${code(a)}, ${code(b)}`],
    [/\(?(?<![\d.])(0\d{2,4})\)?[ .](\d{3,4})[ .](\d{3,4})(?![ .]?\d)/g, (_, ...parts) => parts.slice(0, 3).map(code).join(', ')], // prettier-ignore
    [new RegExp(`(?<![\\d.,/])(?:${hotlines})(?![\\d/]|[.,]\\d|\\s?(?:${unit}|đồng|người|lần)(?!\\p{L}))`, 'gu'), (digits = '') => digitByDigit(digits)], // prettier-ignore
    // Twelve digits with spaces, as on a card: 000 150 000 001.
    [
      /(?<!\d)\d{3,4}(?: \d{3,4}){2,}(?!\d)/g,
      (digits = '') => digits.split(' ').map(digitByDigit).join(', '),
    ],
    // Ranges: 8–20, 2 - 3.
    [new RegExp(`(?<![\\d.,/])(${amount})\\s?[–-]\\s?(${amount})(?![\\d/])`, 'g'), (_, from = '', to = '') => `${said(from)} đến ${said(to)}`], // prettier-ignore
    // Amounts with a unit: 1.250.000 đ, 3,5%, 12 MB.
    [new RegExp(`(?<![\\d.,])(${amount})\\s?(${unit})(?![\\p{L}\\d])`, 'gu'), (_, n = '', u = '') => `${said(n)} ${lexicon.units[u]}`], // prettier-ignore
    // Shares and counts: 24/7, 2/9.
    [/(?<![\d/])(\d{1,3})\/(\d{1,3})(?![\d/])/g, (_, a = '', b = '') => `${said(a)} trên ${said(b)}`],
    [
      new RegExp(`(?<![\\d.,])(?:${grouped}(?:,\\d+)?|${decimal})(?![\\d]|[.,]\\d)`, 'g'),
      (n = '') => said(n),
    ],
    // Codes: what begins with 0, and what is too long to be a count.
    [/\d{5,}|(?<!\d)0\d+/g, (digits = '') => code(digits)],
    [/(\d+)\.(\d+)/g, (_, a = '', b = '') => `${said(a)} chấm ${said(b)}`], // Điều 14.1
    [/\d+/g, (digits = '') => said(digits)],
  ];
}
