import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Marker } from '../../../tests/matrix/canary';
import { samples } from '../../../tests/matrix/samples';
import { eventSchema } from './event';
import { kinds } from './kinds';
import { plainly } from './plainly';

const id = 'a'.repeat(32);
const event = {
  ...{ id, house: id, household: '', person: id, author: '', kind: 'lesson.started', v: 1, payload: {} },
  ...{ device: id, dseq: 7, occurred: '2026-11-27T01:30:00.000Z' },
};

/** A right value of every schema that a push is read by. */
const right: [string, v.GenericSchema, Record<string, unknown>][] = [
  ['an event', eventSchema, event],
  ...kinds.map(({ name, schema }): [string, v.GenericSchema, Record<string, unknown>] => [
    name,
    schema,
    samples[name]?.(new Marker('p')) ?? {},
  ]),
];

const odd = fc.oneof(
  fc.constantFrom<unknown>('', -1, 0, 1, 5, 1.5, Number.NaN, null, undefined, true, [], {}, ['a'], 'none'),
  fc.constantFrom<unknown>('2026-02-30T00:00:00.000Z', id, id.toUpperCase(), 'a.b', 'e\u0301', '\ud800'),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('what is plainly right', () => {
  it.each(right)('of %s is known as such', (_name, schema, value) => {
    expect(plainly(schema)(value)).toBe(true);
  });

  it.each(right)('of %s is what the schema takes and gives back as it is', (_name, schema, value) => {
    const test = plainly(schema);
    const names = [...Object.keys(value), 'extra', 'constructor', 'toString'];
    fc.assert(
      fc.property(fc.constantFrom(...names), odd, fc.boolean(), (name, member, away) => {
        const { [name]: _gone, ...rest } = value;
        const changed: unknown = away ? rest : { ...value, [name]: member };
        if (!test(changed)) return;
        const checked = v.safeParse(schema, changed);
        expect(checked.success).toBe(true);
        expect(checked.output).toEqual(changed);
      }),
    );
  });

  it('is not said of anything by a schema that changes values, or that is not known here', () => {
    const changing = v.object({ name: v.pipe(v.string(), v.trim()) });
    expect(plainly(changing)({ name: 'a' })).toBe(false);
    expect(plainly(v.pipe(v.string(), v.transform(Number)))('1')).toBe(false);
    expect(plainly(v.strictObject({ n: v.optional(v.number(), 1) }))({})).toBe(false);
  });

  it('is never what inherits its members, or a list', () => {
    const test = plainly(v.strictObject({ a: v.optional(v.string()) }));
    expect([test({}), test({ a: 'x' }), test([]), test(null), test({ a: 'x', b: 1 })]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
