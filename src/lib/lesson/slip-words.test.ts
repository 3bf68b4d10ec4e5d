import { expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { slipWords } from './slip-words';

const content = parseContent(await readFiles('.'));
const lesson = content.lessons['vneid-activate']?.value;
const app = content.apps['vneid']?.value;
if (!lesson || !app) throw new Error('content has changed its names');
const words = { vi: {}, en: {} };
const apps = { vneid: { app, words } };

test.each([
  [
    'a wrong choice is told by what is believed',
    'misconception.otp-is-secret',
    'misconception:otp-is-secret',
  ],
  ['so is a wrong press that shows it', 'otp.told-code', 'misconception:otp-is-secret'],
  [
    'a slip of the finger by what was answered',
    'identify.id-number.short',
    'app-vneid:identify.slip.id-number.short',
  ],
])('%s', (_, slip, key) => {
  expect(slipWords(lesson, apps, slip)[0]).toBe(key);
});

test('something out of order is told by what was answered in the lesson', () => {
  expect(slipWords(lesson, apps, 'sequence.feedback.open')).toContain(
    'lesson-vneid-activate:sequence.feedback.open',
  );
});
