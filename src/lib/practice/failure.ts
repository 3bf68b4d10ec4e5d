import type { Reason } from '$lib/content/inputs';
import type { PracticeContext } from './context';
import type { Rule } from './rule';

type Filled = Pick<PracticeContext, 'values' | 'picks'>;

/** Why an input is not right now, the first reason found; null where it is right, or not on screen. */
export function failure(rule: Rule, field: string, filled: Filled): Reason | null {
  const value = filled.values[field] ?? '';
  switch (rule.kind) {
    case 'digits':
      return digitsFailure(rule, value);
    case 'password':
      return passwordFailure(rule, value);
    case 'same':
      return value === '' ? 'empty' : value === filled.values[rule.field] ? null : 'other';
    case 'choice': {
      if (!isShown(rule, filled)) return null;
      const taken = filled.picks[field]?.[0];
      return taken === undefined ? 'empty' : taken === rule.right ? null : 'other';
    }
    case 'pick': {
      const count = filled.picks[field]?.length ?? 0;
      return count < rule.count ? 'few' : count > rule.count ? 'many' : null;
    }
  }
}

/** True where a list is on screen: always, or only while the option it belongs to is picked. */
export function isShown(rule: { shownFor?: { list: string; option: string } }, filled: Filled): boolean {
  const { shownFor } = rule;
  return !shownFor || (filled.picks[shownFor.list]?.includes(shownFor.option) ?? false);
}

function digitsFailure(rule: Extract<Rule, { kind: 'digits' }>, value: string): Reason | null {
  if (value === '') return 'empty';
  if (value.length < rule.count) return 'short';
  if (value.length > rule.count) return 'long';
  return value === rule.equals ? null : 'other';
}

function passwordFailure(rule: Extract<Rule, { kind: 'password' }>, value: string): Reason | null {
  const characters = Array.from(value);
  if (value === '') return 'empty';
  if (characters.some((one) => !/[a-zA-Z0-9]/.test(one) && !rule.special.includes(one))) return 'stray';
  if (characters.length < rule.min) return 'short';
  if (characters.length > rule.max) return 'long';
  if (!/\d/.test(value)) return 'no-digit';
  if (!/[A-Z]/.test(value)) return 'no-upper';
  if (!/[a-z]/.test(value)) return 'no-lower';
  return characters.some((one) => rule.special.includes(one)) ? null : 'no-special';
}
