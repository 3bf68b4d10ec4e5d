import type { Guard, PracticeApp } from '$lib/content/app';
import { valueAt, type Cast } from '$lib/content/cast';
import { inputs } from '$lib/content/inputs';
import type { PracticeContext } from './context';

/** What a guard can see of a practice app. */
export type Seen = Pick<PracticeContext, 'values' | 'picks' | 'flags' | 'messages'>;

/** A guard with the numbers and texts it measures by, so that a machine can carry it. */
export type Test = Guard<number>;

/** True where a guard holds now. A field without a number is above nothing. */
export function holds(guard: Test, seen: Seen): boolean {
  switch (guard.kind) {
    case 'above':
      return numberIn(seen, guard.field) > guard.than;
    case 'total-above':
      return numberIn(seen, guard.field) + guard.and > guard.than;
    case 'equal':
      return guard.texts[0] === guard.texts[1];
    case 'set':
      return seen.flags.includes(guard.flag);
    case 'unset':
      return !seen.flags.includes(guard.flag);
    case 'picked': {
      const taken = seen.picks[guard.list];
      return taken ? taken.includes(guard.option) : (guard.untouched ?? false);
    }
    case 'came':
      return seen.messages.some(({ id }) => id === guard.message);
    case 'all':
      return guard.of.every((one) => holds(one, seen));
    case 'any':
      return guard.of.some((one) => holds(one, seen));
  }
}

/** NaN, which is above nothing, for an empty field. */
function numberIn({ values }: Seen, field: string): number {
  const value = values[field];
  return value === undefined ? NaN : Number(value);
}

/** A guard of content as it is in this cast. Throws where content was not checked. */
export function testOf(app: PracticeApp, cast: Cast, guard: Guard): Test {
  switch (guard.kind) {
    case 'above':
      return { ...guard, than: numberAt(app, cast, guard.than) };
    case 'total-above':
      return {
        ...guard,
        and: numberAt(app, cast, guard.and),
        than: numberAt(app, cast, guard.than),
      };
    case 'equal':
      return {
        ...guard,
        texts: [textAt(app, cast, guard.texts[0]), textAt(app, cast, guard.texts[1])],
      };
    case 'picked':
      return { ...guard, untouched: startsAt(app, guard.list, guard.option) };
    case 'all':
    case 'any':
      return { ...guard, of: guard.of.map((one) => testOf(app, cast, one)) };
    default:
      return guard;
  }
}

function numberAt(app: PracticeApp, cast: Cast, reference: string): number {
  const value = valueAt(app, cast, reference);
  if (typeof value !== 'object' || !('money' in value))
    throw new Error(`${app.id}: ${reference} is no money`);
  return value.money;
}

function textAt(app: PracticeApp, cast: Cast, reference: string): string {
  const value = valueAt(app, cast, reference);
  if (typeof value !== 'string') throw new Error(`${app.id}: ${reference} is no text`);
  return value;
}

/** True for the state in which a switch is before anybody touches it. */
function startsAt(app: PracticeApp, list: string, option: string): boolean {
  return Object.values(app.screens)
    .flatMap((screen) => inputs(screen))
    .some((input) => input.kind === 'toggle' && input.id === list && input.starts === option);
}
