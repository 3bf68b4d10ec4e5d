import type { Field, Input, PracticeApp } from '$lib/content/app';
import { valueAt, type Cast } from '$lib/content/cast';
import { typed } from '$lib/content/values';
import { testOf, type Test } from './guard';

/** What is right for one input, with every reference replaced by the value itself, so that a machine can carry it. */
export type Rule = { shown?: Test } &
  /** `capped`: no digit more can be typed. */
  (
    | { kind: 'digits'; count: number; equals: string; capped?: boolean }
    | { kind: 'password'; min: number; max: number; special: string; suggest: string }
    | { kind: 'same'; field: string }
    /** Whole đồng. */
    | { kind: 'amount'; equals: number; most?: number }
    | { kind: 'customer-code'; equals: string }
    /** Written dd/MM/yyyy. */
    | { kind: 'date'; equals: string }
    /** Any text at all where nothing is to be equalled; `example` is one. */
    | { kind: 'text'; equals?: string; example: string }
    | { kind: 'choice'; right: string; options: string[] }
    | { kind: 'pick'; count: number; options: string[] }
    | { kind: 'toggle'; right: string; starts: string; options: string[] }
    | { kind: 'sign'; options: string[] }
  );

/** A rule of an input that is picked from, not written into. */
export type PickRule = Extract<Rule, { options: string[] }>;

/** The rule of an input in this cast. Throws where content was not checked. */
export function ruleOf(app: PracticeApp, cast: Cast, input: Input): Rule {
  const rule = plainRule(app, cast, input);
  return input.if ? { ...rule, shown: testOf(app, cast, input.if) } : rule;
}

function plainRule(app: PracticeApp, cast: Cast, input: Input): Rule {
  switch (input.kind) {
    case 'choice':
    case 'files':
    case 'map':
      return { kind: 'choice', right: input.right, options: input.options };
    case 'pick':
      return { kind: 'pick', count: input.count, options: input.options };
    case 'toggle':
      return { kind: 'toggle', right: input.right, starts: input.starts, options: input.options };
    case 'sign':
      return { kind: 'sign', options: input.options };
    case 'field':
    case 'keypad':
      return fieldRule(app, cast, input);
  }
}

function fieldRule(app: PracticeApp, cast: Cast, field: Field): Rule {
  const check = app.validators[field.check];
  if (!check) throw new Error(`${app.id}: no validator ${field.check}`);
  const text = (reference: string) => {
    const value = valueAt(app, cast, reference);
    return (value === undefined ? undefined : typed(value)) ?? '';
  };
  switch (check.kind) {
    case 'same':
      return check;
    case 'password': {
      const { kind, min, max, special, suggest } = check;
      return { kind, min, max, special, suggest: text(suggest) };
    }
    case 'digits':
      return {
        kind: 'digits',
        count: check.count,
        equals: text(check.equals),
        ...(field.kind === 'keypad' && { capped: true }),
      };
    case 'amount':
      return {
        kind: 'amount',
        equals: Number(text(check.equals)),
        ...(check.most === undefined ? {} : { most: Number(text(check.most)) }),
      };
    case 'customer-code':
    case 'date':
      return { kind: check.kind, equals: text(check.equals) };
    case 'text':
      return check.equals === undefined
        ? { kind: 'text', example: cast.persona.name }
        : { kind: 'text', equals: text(check.equals), example: text(check.equals) };
  }
}
