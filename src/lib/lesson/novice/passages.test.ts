import { describe, expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { everyKind } from '../fixture/every-kind';
import { expert, novice } from './habits';
import { passages } from './passages';
import { LessonToWalk } from './walk';

const content = parseContent({ ...(await readFiles('.')), ...everyKind() });
const lessons = Object.values(content.lessons).map(({ value }) => [value.id, value] as const);

describe.each(lessons)('%s', (_, lesson) => {
  test('is finished by whoever errs, hesitates, asks, turns back and leaves', () => {
    const { finished, shortest, mean, worst } = passages(content, lesson, 5);
    expect(finished).toBe(5);
    expect(mean).toBeGreaterThan(shortest);
    expect(worst).toBeGreaterThanOrEqual(mean);
  });

  test('is passed without a slip by whoever knows it', () => {
    const walk = new LessonToWalk(content, lesson);
    expect(walk.by(expert, 0)).toMatchObject({ finished: true, passed: true, slips: 0, hints: 0, pauses: 0 });
    expect(walk.by(expert, 7).touches).toBe(walk.by(expert, 0).touches);
  });
});

test('the same seed goes the same way, another one another', () => {
  const lesson = content.lessons['vneid-activate']?.value;
  const walk = lesson && new LessonToWalk(content, lesson);
  expect(walk?.by(novice, 3)).toEqual(walk?.by(novice, 3));
  expect(walk?.by(novice, 3)).not.toEqual(walk?.by(novice, 4));
});

test('who does nothing right ends somewhere all the same, and is not said to have finished', () => {
  const lesson = content.lessons['vneid-activate']?.value;
  const lost = { ...novice, errs: 1, asks: 0, hesitates: 0, leaves: 1 };
  expect(lesson && new LessonToWalk(content, lesson).by(lost, 1).finished).toBe(false);
});
