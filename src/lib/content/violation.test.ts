import { expect, test } from 'vitest';
import { violationTexts, type Violation } from './violation';

const vi = 'content/lessons/one/vi.yaml';
const about = (rule: string, line: number, key?: string, file = vi): Violation => ({
  file,
  line,
  rule,
  message: `${key ?? 'it'} is wrong`,
  remedy: 'Mend it.',
  ...(key !== undefined && { key }),
});
const lacking = (rule: string, count: number) =>
  Array.from({ length: count }, (_, at) => about(rule, at + 1, `why.part${at + 1}`));

test('many texts of one file that lack the same are told as one, the first five by name', () => {
  expect(violationTexts([...lacking('words-missing', 30), ...lacking('words-unused', 5)])).toEqual([
    ...lacking('words-unused', 5).map(
      ({ line, key }) => `${vi}:${line}  words-unused  ${key} is wrong\n    → Mend it.`,
    ),
    `${vi}:1  words-missing  30 texts are missing: why.part1, why.part2, why.part3, why.part4, why.part5 and 25 more
    → Make a place for each: npm run lessons -- --words one`,
    '',
  ]);
  expect(violationTexts(lacking('empty-text', 6))).toEqual([
    `${vi}:1  empty-text  6 texts are empty: why.part1, why.part2, why.part3, why.part4, why.part5 and 1 more
    → Write the words between the quotes.`,
    '',
  ]);
});

test('what is wrong with structure comes before what is wrong with words', () => {
  const texts = violationTexts([
    about('jargon', 3),
    about('schema', 9, undefined, 'content/tracks/x.yaml'),
    about('unknown-app', 4, undefined, 'content/lessons/one/lesson.yaml'),
  ]);
  expect(texts.map((text) => text.split(' ')[0])).toEqual([
    'content/lessons/one/lesson.yaml:4',
    '',
    'content/tracks/x.yaml:9',
    '',
    `${vi}:3`,
    '',
  ]);
});
