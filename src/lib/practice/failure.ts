import type { Reason } from '$lib/content/inputs';
import { holds, type Seen } from './guard';
import type { Rule } from './rule';
import { codeOf, dayOf, plainText } from './written';

/** Why an input is not right now, the first reason found; null where it is right, or not on screen. */
export function failure(rule: Rule, field: string, seen: Seen): Reason | null {
  if (rule.shown && !holds(rule.shown, seen)) return null;
  if ('options' in rule) return pickFailure(rule, seen.picks[field]);
  const value = seen.values[field] ?? '';
  if (value.trim() === '') return 'empty';
  switch (rule.kind) {
    case 'digits':
      return digitsFailure(rule, value);
    case 'password':
      return passwordFailure(rule, value);
    case 'same':
      return value === seen.values[rule.field] ? null : 'other';
    case 'amount':
      return amountFailure(rule, Number(value));
    case 'customer-code':
      return codeFailure(codeOf(rule.equals), codeOf(value));
    case 'date': {
      const day = dayOf(value);
      return day === undefined ? 'shape' : day === rule.equals ? null : 'other';
    }
    case 'text':
      return rule.equals === undefined || plainText(value) === plainText(rule.equals) ? null : 'other';
  }
}

function pickFailure(rule: Extract<Rule, { options: string[] }>, taken: string[] | undefined): Reason | null {
  switch (rule.kind) {
    case 'choice':
      return taken?.[0] === undefined ? 'empty' : taken[0] === rule.right ? null : 'other';
    case 'pick': {
      const count = taken?.length ?? 0;
      return count < rule.count ? 'few' : count > rule.count ? 'many' : null;
    }
    case 'toggle':
      return (taken?.[0] ?? rule.starts) === rule.right ? null : 'other';
    case 'sign':
      return taken?.[0] === 'signed' ? null : 'empty';
  }
}

function digitsFailure(rule: Extract<Rule, { kind: 'digits' }>, value: string): Reason | null {
  if (value.length < rule.count) return 'short';
  if (value.length > rule.count) return 'long';
  return value === rule.equals ? null : 'other';
}

function amountFailure(rule: Extract<Rule, { kind: 'amount' }>, amount: number): Reason | null {
  if (rule.most !== undefined && amount > rule.most) return 'over';
  return amount === rule.equals ? null : 'other';
}

/** A customer of an electricity company has 13 characters, the first two of them letters. */
const codeLength = 13;

function codeFailure(right: string, code: string): Reason | null {
  if (code.length < codeLength) return 'short';
  if (code.length > codeLength) return 'long';
  if (!/^[A-Z]{2}/.test(code)) return 'letters';
  return code === right ? null : 'other';
}

function passwordFailure(rule: Extract<Rule, { kind: 'password' }>, value: string): Reason | null {
  const characters = Array.from(value);
  if (characters.some((one) => !/[a-zA-Z0-9]/.test(one) && !rule.special.includes(one))) return 'stray';
  if (characters.length < rule.min) return 'short';
  if (characters.length > rule.max) return 'long';
  if (!/\d/.test(value)) return 'no-digit';
  if (!/[A-Z]/.test(value)) return 'no-upper';
  if (!/[a-z]/.test(value)) return 'no-lower';
  return characters.some((one) => rule.special.includes(one)) ? null : 'no-special';
}
