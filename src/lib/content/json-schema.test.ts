import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, schemaFolder } from './json-schema';
import { allKinds } from './kinds/all';
import { readFiles } from './read-files';
import { schemaLine } from './schema-line';
import { checkSchema } from './schema/check';
import { guardSchema } from './schema/guard';
import { stepSchema } from './schema/step';
import { widgetSchema } from './schema/widget';

const ajv = new Ajv({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ }, allErrors: true, strictTuples: false });
const schemas = jsonSchemas();
const validate = Object.fromEntries(
  Object.entries(schemas).map(([file, schema]) => [file.replace('.schema.json', ''), ajv.compile(schema)]),
);
const files = Object.entries(await readFiles('.')).filter(([file]) => file.endsWith('.yaml'));

function kindOf(file: string): string {
  return /schema\/([\w-]+)\.schema/.exec(schemaLine(file) ?? '')?.[1] ?? '';
}

test.each(Object.entries(schemas))('%s is as the code says (npm run lessons -- --schema)', (file, schema) => {
  expect(JSON.parse(readFileSync(`${schemaFolder}/${file}`, 'utf8'))).toEqual(schema);
});

test.each(files)('an editor finds nothing wrong with %s', (file, text) => {
  const check = validate[kindOf(file)];
  expect(check?.(parse(text)), JSON.stringify(check?.errors)).toBe(true);
});

const lesson = `id: one
version: 1
track: t
minutes: 5
picture: p
persona: p
place: p
competencies: [a.b]
steps: [{ id: s, explain: { parts: [x] } }]`;
const app = `id: phone
version: 1
frame: phone
start: home
screens: { home: { shows: [{ text: hello }, { button: go, go: home }] } }`;

test('an editor takes a small lesson and a small app as they are', () => {
  expect([validate.lesson?.(parse(lesson)), validate.app?.(parse(app))]).toEqual([true, true]);
});

describe('an editor underlines', () => {
  test.each([
    ['a key that is misspelt', lesson, 'track:', 'trak:'],
    ['a version that is no number', lesson, 'version: 1', 'version: one'],
    ['too many minutes', lesson, 'minutes: 5', 'minutes: 500'],
    ['an id with capitals', lesson, 'id: s', 'id: S'],
    ['a competency without an area', lesson, 'a.b', 'ab'],
    ['a lesson without steps', lesson, '[{ id: s, explain: { parts: [x] } }]', '[]'],
    ['a step of no kind', lesson, 'explain:', 'explains:'],
    ['an explanation without parts', lesson, 'parts: [x]', 'picture: x'],
    ['a check without a criterion', lesson, 'explain: { parts: [x] }', 'check: { app: a, from: b, goal: c }'],
    [
      'a mode that is none',
      lesson,
      'explain: { parts: [x] }',
      'task: { app: a, from: b, goal: c, modes: [watch] }',
    ],
    ['a widget of no kind', app, 'text: hello', 'popup: hello'],
    ['a look that is none', app, 'text: hello', 'text: hello, look: loud'],
    ['a guard of no kind', app, 'text: hello', 'text: hello, if: { below: 3 }'],
    ['a frame that is none', app, 'frame: phone', 'frame: tablet'],
    ['a value that is neither text nor money', app, 'screens:', 'scenes: { shop: { amount: 5 } }\nscreens:'],
  ])('%s', (_, good, from, to) => {
    expect(good).toContain(from);
    const check = validate[good === lesson ? 'lesson' : 'app'];
    expect(check?.(parse(good.replace(from, to)))).toBe(false);
  });
});

const kindSchemas: Record<string, v.GenericSchema> = {
  step: stepSchema,
  widget: widgetSchema,
  validator: checkSchema,
  guard: guardSchema,
};

describe.each(Object.entries(allKinds))('every kind of %s', (name, kinds) => {
  const schema = kindSchemas[name];

  test('is described, and only those there are', () => {
    const any =
      schema && (schema as v.LazySchema<v.UnionSchema<v.GenericSchema[], undefined>>).getter(undefined);
    expect(any?.options).toHaveLength(Object.keys(kinds).length);
  });

  test.each(Object.entries(kinds))('%s is written as its example', (kind, { example }) => {
    const written: unknown = parse(example);
    const all: unknown[] = Array.isArray(written) ? written : Object.values(written as object);
    expect(all).not.toEqual([]);
    for (const one of all) {
      expect(schema && v.safeParse(schema, one).issues).toBeUndefined();
      expect(one).toHaveProperty([kind]);
    }
  });
});

test('a file that is no content has no schema', () => {
  expect(schemaLine('content/lessons/one/notes.yaml')).toBeUndefined();
  expect(schemaLine('content/lessons/one/vi.yaml')).toBe(
    '# yaml-language-server: $schema=../../schema/words.schema.json',
  );
});
