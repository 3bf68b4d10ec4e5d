import { expect, test } from 'vitest';
import { lockFile, released } from './lock';
import { parseContent, type Files } from './parse';
import { lockKept } from './rules/lock-kept';

const file = 'content/lessons/one/lesson.yaml';
const lesson = `# a comment
id: one
version: 3
track: t
minutes: 5
picture: p
persona: p
place: p
competencies: [a.b]
facts:
  f: { source: A law, checked: '2026-01-01', review: '2027-01-01' }
steps:
  - { id: first, explain: { parts: [x], tells: [f] } }
  - { id: second, explain: { parts: [x] } }
`;
const app = 'content/apps/phone/app.yaml';
const files: Files = {
  [file]: lesson,
  'content/lessons/one/vi.yaml': 'title: Một',
  'content/lessons/one/en.yaml': 'title: One',
  [app]:
    'id: phone\nversion: 1\nframe: phone\nstart: home\nscreens: { home: { shows: [{ text: hello }] } }\n',
  'content/apps/phone/vi.yaml': 'title: Máy',
  'content/apps/phone/en.yaml': 'title: Phone',
};
const lock = JSON.stringify(released(parseContent(files)), null, 2);

function said(edits: [file: string, from: string, to: string][]) {
  const changed = edits.reduce<Files>(
    (all, [name, from, to]) => ({ ...all, [name]: (all[name] ?? '').replace(from, to) }),
    { ...files, [lockFile]: lock },
  );
  return lockKept(parseContent(changed)).map(({ rule, file: at, line }) => `${rule} ${at}:${line}`);
}

test.each<[string, [string, string, string][], string[]]>([
  ['nothing', [], []],
  ['a comment, and how it is laid out', [[file, '# a comment', '# another\n']], []],
  ['when a fact was last looked at', [[file, '2026-01-01', '2026-06-01']], []],
  ['the words', [['content/lessons/one/vi.yaml', 'Một', 'Hai']], []],
  ['the minutes', [[file, 'minutes: 5', 'minutes: 6']], [`changed-without-version ${file}:3`]],
  [
    'the minutes, with a version',
    [
      [file, 'minutes: 5', 'minutes: 6'],
      [file, 'version: 3', 'version: 4'],
    ],
    [],
  ],
  ['the version back', [[file, 'version: 3', 'version: 2']], [`version-went-back ${file}:3`]],
  ['a screen', [[app, 'text: hello', 'text: hi']], [`changed-without-version ${app}:2`]],
  [
    'the name of a step',
    [
      [file, 'id: second', 'id: last'],
      [file, 'version: 3', 'version: 4'],
    ],
    [`removed-without-alias ${file}:12`],
  ],
  [
    'the name of a step, with an alias',
    [
      [file, 'id: second', 'id: last'],
      [file, 'version: 3', 'version: 4\naliases: { second: last }'],
    ],
    [],
  ],
])('somebody changes %s', (_, edits, violations) => {
  expect(said(edits)).toEqual(violations);
});

test('a released app that is gone is missed; one that was never released is not', () => {
  const { [app]: _, ...without } = files;
  expect(lockKept(parseContent({ ...without, [lockFile]: lock })).map(({ message }) => message)).toEqual([]);
  const gone = Object.fromEntries(Object.entries(files).filter(([name]) => !name.includes('/phone/')));
  expect(lockKept(parseContent({ ...gone, [lockFile]: lock })).map(({ message }) => message)).toEqual([
    'apps/phone was released and is gone',
  ]);
  expect(lockKept(parseContent(gone))).toEqual([]);
});

test('a step once released stays in the lock, so that its alias can never be taken away', () => {
  const renamed = lesson
    .replace('id: second', 'id: last')
    .replace('version: 3', 'version: 4\naliases: { second: last }');
  const next = released(parseContent({ ...files, [file]: renamed, [lockFile]: lock }));
  expect(next.lessons.one).toMatchObject({ version: 4, steps: ['first', 'second', 'last'] });
});

test('only what is named is released, and what was released stays', () => {
  expect(Object.keys(released(parseContent(files), ['phone']).lessons)).toEqual([]);
  const both = released(parseContent({ ...files, [lockFile]: lock }), ['phone']);
  expect(Object.keys(both.lessons)).toEqual(['one']);
});

test('a lock that is no lock is told with its line', () => {
  const { violations } = parseContent({
    [lockFile]: '{\n  "lessons": {},\n  "apps": { "phone": 1 }\n}',
  });
  expect(violations.map(({ rule, file: at, line }) => [rule, at, line])).toEqual([['schema', lockFile, 3]]);
});
