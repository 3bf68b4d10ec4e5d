import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Source } from './source';

const text = `id: one
screens:
  first:
    - button: go
      look: main
    - text: note
words: { a: 1 }
`;

describe('lineAt', () => {
  const source = new Source('content/x.yaml', text);
  test.each<[(string | number)[], number]>([
    [[], 1],
    [['id'], 1],
    [['screens', 'first'], 3],
    [['screens', 'first', 0, 'look'], 5],
    [['screens', 'first', 1], 6],
    [['words', 'a'], 7],
    [['screens', 'missing', 'part'], 2],
    [['screens', 'first', 9], 3],
  ])('%j is on line %i', (path, line) => {
    expect(source.lineAt(path)).toBe(line);
  });
});

test('an empty file is wrong on its first line', () => {
  const { violations } = new Source('content/x.yaml', '').read(v.strictObject({ id: v.string() }));
  expect(violations).toMatchObject([{ line: 1, rule: 'schema' }]);
});

test('a text that is empty, or a key with nothing behind it, is told as what it is', () => {
  const text = v.pipe(v.string(), v.nonEmpty('is empty'));
  const { violations } = new Source('content/x.yaml', "why:\n  title: ''\nabout:\n").read(
    v.strictObject({ why: v.strictObject({ title: text }), about: text }),
  );
  expect(violations).toMatchObject([
    { line: 2, rule: 'empty-text', key: 'why.title', remedy: 'Write the words between the quotes.' },
    { line: 3, rule: 'schema', remedy: 'Write what belongs behind about, or take the line out.' },
  ]);
});

test('what does not belong is to be taken out, what is missing to be added', () => {
  const schema = v.strictObject({ id: v.string(), title: v.string() });
  const { violations } = new Source('content/x.yaml', 'id: one\ntitel: One\n').read(schema);
  expect(violations.map(({ line, remedy }) => [line, remedy])).toEqual([
    [1, 'Add title.'],
    [2, 'Take titel out, or correct its spelling.'],
  ]);
});
