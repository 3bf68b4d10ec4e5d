import { expect, test } from 'vitest';
import { withPlaces } from './fill-words';

const files = {
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

test('an author finds an empty place for each text that is missing, and what was written as it was', () => {
  expect(withPlaces(files, 'one')).toEqual({
    'content/lessons/one/vi.yaml':
      "# lời\ntitle: Một\nabout: Hai\nwhy:\n  what: \"Ba: bốn\"\n  old: Cũ\n  title: ''\n  who: ''\n\nsure:\n  title: ''\n",
    'content/lessons/one/en.yaml':
      "title: ''\nabout: ''\n\nwhy:\n  title: ''\n  what: ''\n  who: ''\n\nsure:\n  title: ''\n",
  });
});

test('what is filled already is left alone, and what is not there is not made up', () => {
  const once = withPlaces(files, 'one') ?? {};
  expect(withPlaces({ ...files, ...once }, 'one')).toEqual(once);
  expect(withPlaces(files, 'two')).toBeUndefined();
});
