import { expect, test } from 'vitest';
import { readFiles, readTemplates } from '$lib/content/read-files';
import { begun } from '$lib/content/template';
import { Prover } from './prove';

const good = await readFiles('.');
const templates = await readTemplates('.');
const prover = new Prover();

test.each([
  ['lesson', ['content/lessons/first-try/lesson.yaml']],
  ['app', ['content/apps/first-try/app.yaml', 'content/lessons/first-try-lesson/lesson.yaml']],
] as const)('a new %s passes the checker as it stands', (what, structures) => {
  const files = begun(what, 'first-try', templates);
  for (const file of structures) expect(files).toHaveProperty([file]);
  expect(Object.keys(files)).toHaveLength(structures.length * 3);
  expect(Object.values(files).join('\n')).not.toContain(`my-${what}`);
  const { violations, lessons } = prover.prove({ ...good, ...files }, '2026-11-23');
  expect(violations).toEqual([]);
  expect(lessons.find(({ id }) => id.startsWith('first-try'))?.counts.states).toBeGreaterThan(1);
});
