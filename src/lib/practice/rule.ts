import type { Input, PracticeApp } from '$lib/content/app';
import type { Persona } from '$lib/content/persona';

/** The check of one input with every reference replaced by the value itself, so that a machine can carry it. */
export type Rule =
  | { kind: 'digits'; count: number; equals: string }
  | { kind: 'password'; min: number; max: number; special: string; suggest: string }
  | { kind: 'same'; field: string }
  | { kind: 'choice'; right: string; options: string[]; shownFor?: { list: string; option: string } }
  | { kind: 'pick'; count: number; options: string[] };

/** The rule of an input for this persona. Throws where content was not checked. */
export function ruleOf(app: PracticeApp, persona: Persona, input: Input): Rule {
  if (input.kind === 'choice')
    return { kind: 'choice', right: input.right, options: input.options, shownFor: input.shownFor };
  if (input.kind === 'pick') return { kind: 'pick', count: input.count, options: input.options };
  const check = app.validators[input.check];
  if (!check) throw new Error(`${app.id}: no validator ${input.check}`);
  if (check.kind === 'same') return check;
  if (check.kind === 'password') {
    const { kind, min, max, special, suggest } = check;
    return { kind, min, max, special, suggest: valueAt(app, persona, suggest) ?? '' };
  }
  return { kind: check.kind, count: check.count, equals: valueAt(app, persona, check.equals) ?? '' };
}

/** The value a reference stands for: `persona.phone`, `message.otp.code`; undefined where there is none. */
function valueAt(app: PracticeApp, persona: Persona, reference: string): string | undefined {
  const [source, name = '', key = ''] = reference.split('.');
  if (source === 'message') return app.messages[name]?.[key];
  if (name === 'idNumber' || name === 'phone') return persona[name];
  return persona.values[name];
}
