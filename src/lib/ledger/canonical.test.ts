import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';

/** The same, as plainly as it can be written. */
function reference(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reference).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${reference(member)}`).join(',')}}`;
}

/** What JSON can hold, with keys that look like numbers and keys that every object inherits. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 0 }),
    fc.array(tie('value'), { maxLength: 8 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.nat(30).map(String),
            fc.constantFrom('__proto__', 'constructor', 'toString', 'toJSON', 'length', 'ế', '😀', '\uffff'),
          ),
          tie('value'),
        ),
        { maxLength: 8 },
      )
      // Through JSON text, which alone makes `__proto__` a member of its own.
      .map((members) => JSON.parse(textOf(members)) as unknown),
  ),
})).value;

function textOf(members: [string, unknown][]): string {
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join(',')}}`;
}

/** As many objects as keys, and how often any of them was asked for something. */
function wide(size: number): { value: unknown; asked: () => number } {
  let asked = 0;
  const counting = (): object =>
    new Proxy(
      {},
      {
        get: (target, key) => {
          asked += 1;
          return Reflect.get(target, key);
        },
      },
    );
  const keys = Object.fromEntries(Array.from({ length: size }, (_, at) => [`k${at}`, at]));
  return { value: { many: Array.from({ length: size }, counting), ...keys }, asked: () => asked };
}

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves undefined members out', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: null }], c: undefined } })).toBe(
      '{"a":{"d":[{"y":null,"z":1}]},"b":1}',
    );
  });

  it('orders keys that look like numbers as the texts they are', () => {
    expect(canonicalJson({ 9: 1, 10: 2, a: { 2: 1, 11: 1 } })).toBe('{"10":2,"9":1,"a":{"11":1,"2":1}}');
  });

  it('says the same of the same value, and can be read back', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(text).toBe(reference(value));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('says the same of what is wide, deep or both', () => {
    const keys = Array.from({ length: 200 }, (_, at) => [at % 2 ? `${at}` : `khóa ${at}`, at] as const);
    const value = {
      many: Array.from({ length: 200 }, (_, at) => ({ [`z${at}`]: at, a: [{ 10: 1, 9: undefined }] })),
      ...Object.fromEntries(keys),
      left: undefined,
    };
    const plain: unknown = JSON.parse(JSON.stringify(value));
    expect(canonicalJson(value)).toBe(reference(plain));
    fc.assert(
      fc.property(fc.array(json, { minLength: 20, maxLength: 40 }), (many) => {
        expect(canonicalJson({ many, plain })).toBe(reference({ many, plain }));
      }),
      { numRuns: 20 },
    );
  });

  it('looks for no key where there is none, however many there are elsewhere', () => {
    const asked = [200, 400].map((size) => {
      const { value, asked } = wide(size);
      canonicalJson(value);
      return asked();
    });
    expect(asked[0]).toBeLessThan(200 * 10);
    expect(asked[1]).toBeLessThan(400 * 10);
  });
});
