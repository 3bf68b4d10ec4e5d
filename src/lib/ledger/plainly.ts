import * as v from 'valibot';

/** Says yes or no to a value, and does nothing else. */
type Test = (value: unknown) => boolean;

/**
 * Makes a quick test of a schema: true where a value is plainly what the schema asks for, which then gives it back as it
 * is. False says nothing yet: only the schema itself can tell what is wrong, or whether anything is. In the hooks' engine
 * Valibot takes ten times as long, and nearly everything that is pushed is right. Loops count here, because that engine
 * takes several times as long to call back from `every` and `some`.
 */
export function plainly(schema: v.GenericSchema): Test {
  return testOf(schema) ?? (() => false);
}

/** What Valibot's schemas and actions hold that are known here. */
interface Part {
  kind: string;
  type: string;
  pipe?: Part[];
  requirement?: unknown;
  entries?: Record<string, Part>;
  options?: unknown[];
  item?: Part;
  wrapped?: Part;
  key?: Part;
  value?: Part;
  literal?: unknown;
  default?: unknown;
}

/** Null where the schema has something that is not known here, or that changes values. */
function testOf(schema: unknown): Test | null {
  const part = schema as Part;
  if (!part.pipe) return part.kind === 'schema' ? (ofType[part.type]?.(part) ?? null) : actionOf(part);
  const [first, ...actions] = part.pipe;
  return all([first && testOf({ ...first, pipe: undefined }), ...actions.map(testOf)]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Valibot leaves these out of what it gives back. */
const odd = ['__proto__', 'prototype', 'constructor'];

const ofType: Record<string, (part: Part) => Test | null> = {
  string: () => (value) => typeof value === 'string',
  number: () => (value) => typeof value === 'number' && !Number.isNaN(value),
  boolean: () => (value) => typeof value === 'boolean',
  unknown: () => () => true,
  literal: (part) => (value) => value === part.literal,
  picklist: (part) => (value) => part.options?.includes(value) ?? false,
  union: (part) => some((part.options ?? []).map(testOf)),
  nullable: (part) => some([(value) => value === null, testOf(part.wrapped)]),
  array: (part) => {
    const item = testOf(part.item);
    return item && ((value) => Array.isArray(value) && value.every(item));
  },
  record: (part) => {
    const plain = part.key?.type === 'string' && !part.key.pipe && part.value?.type === 'unknown';
    return plain ? (value) => isObject(value) && !odd.some((key) => Object.hasOwn(value, key)) : null;
  },
  strict_object: objectOf,
};

function objectOf(part: Part): Test | null {
  const names: string[] = [];
  const tests: Test[] = [];
  const optionals: boolean[] = [];
  for (const [name, entry] of Object.entries(part.entries ?? {})) {
    const optional = entry.type === 'optional' && !entry.pipe;
    const test = optional && entry.default === undefined ? testOf(entry.wrapped) : testOf(entry);
    if (!test) return null;
    names.push(name);
    tests.push(test);
    optionals.push(optional);
  }
  return (value) => {
    if (!isObject(value)) return false;
    let known = 0;
    for (let at = 0; at < names.length; at++) {
      const member = value[names[at] as string];
      if (member === undefined) {
        if (!optionals[at]) return false;
      } else {
        if (!(tests[at] as Test)(member)) return false;
        known += 1;
      }
    }
    return Object.keys(value).length === known;
  };
}

/** The actions of a pipe that only look. */
function actionOf({ kind, type, requirement }: Part): Test | null {
  if (kind !== 'validation') return null;
  const most = requirement as number;
  const tests: Record<string, Test> = {
    regex: (value) => (requirement as RegExp).test(value as string),
    check: (value) => (requirement as Test)(value),
    integer: Number.isInteger,
    min_length: (value) => (value as string).length >= most,
    max_length: (value) => (value as string).length <= most,
    min_value: (value) => (value as number) >= most,
    max_value: (value) => (value as number) <= most,
  };
  return tests[type] ?? null;
}

function all(tests: (Test | null | undefined)[]): Test | null {
  const known = tests.filter((test) => test !== null && test !== undefined);
  if (known.length < tests.length) return null;
  return (value) => {
    for (let at = 0; at < known.length; at++) if (!(known[at] as Test)(value)) return false;
    return true;
  };
}

function some(tests: (Test | null)[]): Test | null {
  const known = tests.filter((test) => test !== null);
  if (known.length < tests.length) return null;
  return (value) => {
    for (let at = 0; at < known.length; at++) if ((known[at] as Test)(value)) return true;
    return false;
  };
}
