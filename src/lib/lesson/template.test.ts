import { expect, test } from 'vitest';
import { readFiles, readTemplates } from '$lib/content/read-files';
import { begun, begunPoster } from '$lib/content/template';
import { Prover } from './prove';

const good = await readFiles('.');
const templates = await readTemplates('.');
const prover = new Prover();

test.each([
  ['a lesson', { lesson: 'first-try' }, ['content/lessons/first-try/lesson.yaml']],
  [
    'an app with a lesson in it',
    { lesson: 'my-app-try', app: 'first' },
    ['content/apps/first/app.yaml', 'content/lessons/my-app-try/lesson.yaml'],
  ],
])('%s that is new passes the checker as it stands', (_, beginning, structures) => {
  const files = begun(beginning, templates);
  for (const file of structures) expect(files).toHaveProperty([file]);
  expect(Object.keys(files)).toHaveLength(structures.length * 3);
  const { violations, lessons } = prover.prove({ ...good, ...files }, '2026-11-23');
  expect(violations).toEqual([]);
  expect(lessons.find(({ id }) => id === beginning.lesson)?.counts.states).toBeGreaterThan(1);
});

test('a lesson in an app that is there practises from its start to an end, and passes too', () => {
  const app = begun({ lesson: 'one', app: 'first' }, templates);
  const { content } = prover.prove({ ...good, ...app }, '2026-11-23');
  const known = content.apps.first?.value;
  if (!known) throw new Error('the app was not begun');
  const files = begun({ lesson: 'two', app: { ...known } }, templates);
  expect(Object.keys(files)).toHaveLength(3);
  expect(files['content/lessons/two/lesson.yaml']).toContain('app: first, from: home, goal: sent');
  expect(prover.prove({ ...good, ...app, ...files }, '2026-11-23').violations).toEqual([]);
  // The first lesson may go once there is another.
  const without = Object.entries({ ...good, ...app, ...files }).filter(([file]) => !file.includes('/one/'));
  expect(prover.prove(Object.fromEntries(without), '2026-11-23').violations).toEqual([]);
});

test('a poster that is new passes the checker as it stands', () => {
  const files = begunPoster('come-in', templates);
  expect(Object.keys(files)).toHaveLength(3);
  const { content, violations } = prover.prove({ ...good, ...files }, '2026-11-23');
  expect(violations).toEqual([]);
  expect(content.posters).toHaveProperty('come-in');
});
