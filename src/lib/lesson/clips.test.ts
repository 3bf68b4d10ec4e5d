import { expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import type { Manifest } from '$lib/narration/manifest';
import { withClips } from './clips';
import type { Report } from './report';

const clip = (...ids: string[]): Manifest[string] => ({
  text: 'Mở',
  ids,
  spoken: 'mở',
  engine: 'person',
  voice: 'Cô Ba',
  licence: 'CC0-1.0',
  milliseconds: 1,
  bytes: 1,
  sha256: '0'.repeat(64),
});
const proof = (id: string) => ({
  id,
  version: 1,
  released: null,
  counts: { strings: 4, competencies: 1, facts: 0 },
  violations: [],
});

test('a string with a clip counts once for its lesson or app, whoever else says the same', () => {
  const report: Report = {
    content: parseContent({}),
    lessons: [proof('one'), proof('two')],
    apps: [{ ...proof('one'), counts: { strings: 9 } }],
    violations: [],
    due: [],
  };
  const { lessons, apps } = withClips(report, [
    { a: clip('lesson-one:why.title', 'app-one:home.open'), b: clip('lesson-one:why.title', 'learn:again') },
    { c: clip('lesson-one:why.title') },
  ]);
  expect([...lessons, ...apps].map(({ counts }) => counts)).toEqual([
    { strings: 4, competencies: 1, facts: 0, clips: 2 },
    { strings: 4, competencies: 1, facts: 0, clips: 0 },
    { strings: 9, clips: 1 },
  ]);
});
