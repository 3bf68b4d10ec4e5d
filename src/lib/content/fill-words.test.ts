import { expect, test } from 'vitest';
import type { Files } from './parse';
import { filled } from './fill-words';

const files: Files = {
  'content/lessons/one/lesson.yaml': `id: one
version: 1
track: t
minutes: 5
picture: p
persona: p
place: p
competencies: [a.b]
steps:
  - { id: why, explain: { parts: [what, who] } }
  - { id: sure, rate: { what: confidence, moment: before } }`,
  'content/lessons/one/vi.yaml': '# lời\ntitle: Một\nabout: Hai\nwhy:\n  what: "Ba: bốn"\n  old: Cũ\n',
};

const [vi, en] = ['content/lessons/one/vi.yaml', 'content/lessons/one/en.yaml'];

test('an author finds an empty place for each text that is missing, and what was written as it was', () => {
  const all = filled(files, 'one');
  expect(all?.[vi]).toEqual({
    text: "# lời\ntitle: Một\nabout: Hai\nwhy:\n  what: \"Ba: bốn\"\n  title: ''\n  who: ''\n\nsure:\n  title: ''\n",
    made: ['why.title', 'why.who', 'sure.title'],
    taken: { 'why.old': 'Cũ' },
  });
  expect(all?.[en]?.text).toBe(
    "title: ''\nabout: ''\n\nwhy:\n  title: ''\n  what: ''\n  who: ''\n\nsure:\n  title: ''\n",
  );
});

test('a group that nothing shows goes as a whole, also where a text stands in place of a group', () => {
  const left = { ...files, [vi]: `${files[vi]}gone: { title: Cũ, choice: { a: Nữa } }\nsure: Chắc\n` };
  expect(filled(left, 'one')?.[vi]).toEqual({
    ...filled(files, 'one')?.[vi],
    taken: { 'why.old': 'Cũ', 'gone.title': 'Cũ', 'gone.choice.a': 'Nữa', sure: 'Chắc' },
  });
});

test('what is in order already is left alone, and what is not there or cannot be read is not made up', () => {
  const once = filled(files, 'one') ?? {};
  const texts = Object.fromEntries(Object.entries(once).map(([file, { text }]) => [file, text]));
  const again = filled({ ...files, ...texts }, 'one');
  expect(again?.[vi]).toEqual({ text: texts[vi], made: [], taken: {} });
  expect(again?.[en]).toEqual({ text: texts[en], made: [], taken: {} });
  expect(filled(files, 'two')).toBeUndefined();
  expect(filled({ ...files, [vi]: 'title: "Một\n' }, 'one')).toBeUndefined();
});
