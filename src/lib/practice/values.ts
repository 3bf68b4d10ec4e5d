import type { PracticeContext } from './context';
import type { Rule } from './rule';
import { plainText } from './written';

/**
 * One value of every kind a resident may put into a field: the right one, and one for each way to be wrong.
 * The kind tells them apart; the values themselves are only examples, and none belongs to anybody.
 */
export function valuesOf(rule: Rule, context: PracticeContext): Record<string, string> {
  switch (rule.kind) {
    case 'digits': {
      const right = rule.equals;
      return {
        right,
        empty: '',
        short: right.slice(0, -1),
        ...(!rule.capped && { long: `${right}0` }),
        other: otherDigits(right),
      };
    }
    case 'password': {
      const { min, max, special, suggest } = rule;
      const mark = special.charAt(0);
      const long = (parts: string) => parts.repeat(max).slice(0, Math.max(min, 8));
      return {
        right: suggest,
        empty: '',
        stray: `${suggest.slice(0, -1)} `,
        short: `Aa1${mark}`.slice(0, min - 1),
        long: `Aa1${mark}`.repeat(max).slice(0, max + 1),
        'no-digit': long(`Aa${mark}`),
        'no-upper': long(`a1${mark}`),
        'no-lower': long(`A1${mark}`),
        'no-special': long('Aa1'),
      };
    }
    case 'same': {
      const first = context.values[rule.field] ?? '';
      return { ...(first && { right: first }), empty: '', other: otherDigits(first || '0') };
    }
    case 'amount': {
      const { equals, most } = rule;
      return {
        right: String(equals),
        empty: '',
        ...(most !== undefined && { over: String(most + 1) }),
        other: String(otherAmount(equals, most)),
      };
    }
    case 'customer-code': {
      const right = rule.equals;
      return {
        right,
        empty: '',
        short: right.slice(0, -1),
        long: `${right}0`,
        letters: `00${right.slice(2)}`,
        other: otherDigits(right),
      };
    }
    case 'date':
      return {
        right: rule.equals,
        empty: '',
        shape: rule.equals.slice(6),
        other: rule.equals === '01/01/2000' ? '02/01/2000' : '01/01/2000',
      };
    case 'text':
      return {
        right: rule.example,
        empty: '',
        ...(rule.equals !== undefined && { other: plainText(rule.equals) === 'khac' ? 'nua' : 'khac' }),
      };
    case 'choice':
    case 'pick':
    case 'toggle':
    case 'sign':
      return {};
  }
}

/** Another amount that may be sent: a little more, or where that is too much, a little less. */
function otherAmount(equals: number, most: number | undefined): number {
  const more = equals + 1000;
  if (most === undefined || more <= most) return more;
  return equals > 1000 ? equals - 1000 : equals - 1;
}

/** The same digits with another last one. */
function otherDigits(digits: string): string {
  const last = digits.at(-1) ?? '';
  return digits.slice(0, -1) + (last === '1' ? '2' : '1');
}
