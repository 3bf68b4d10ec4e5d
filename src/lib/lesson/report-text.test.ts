import { expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import type { Violation } from '$lib/content/violation';
import type { Report } from './report';
import { reportText } from './report-text';

const wrong = (file: string, line: number, rule: string): Violation => ({
  file,
  line,
  rule,
  message: `${rule} is wrong`,
  remedy: 'Mend it.',
});
const late = wrong('content/lessons/one/vi.yaml', 12, 'jargon');
const early = wrong('content/lessons/one/vi.yaml', 3, 'long-sentence');
const other = wrong('content/personas/she.yaml', 1, 'schema');
const report: Report = {
  content: parseContent({}),
  lessons: [
    {
      id: 'one',
      version: 1,
      released: null,
      counts: { strings: 4, clips: 0, competencies: 1, facts: 0 },
      violations: [late, early],
    },
  ],
  apps: [
    {
      id: 'phone',
      version: 2,
      released: 2,
      counts: { strings: 8, clips: 2, states: 5, wrongActions: 3 },
      violations: [],
    },
  ],
  violations: [late, other, early],
  due: [{ id: 'hotline', file: 'content/places/here.yaml', line: 4, review: '2026-01-01' }],
};

test('an author reads what is wrong in the order of files and lines, words last, then what was proved', () => {
  expect(reportText(report)).toBe(`content/personas/she.yaml:1  schema  schema is wrong
    → Mend it.

content/lessons/one/vi.yaml:3  long-sentence  long-sentence is wrong
    → Mend it.
content/lessons/one/vi.yaml:12  jargon  jargon is wrong
    → Mend it.

ok    app phone v2  8 strings · 2 clips · 5 states · 3 wrong actions
FAIL  lesson one v1 draft  4 strings · 0 clips · 1 competencies · 0 facts · not walked: mend what is said above, or in what it uses
content/places/here.yaml:4  to be looked at again since 2026-01-01: hotline
1 passed, 2 failed`);
});
