import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Files } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { prove } from './prove';

vi.setConfig({ testTimeout: 30_000 }); // a walk takes a second, more on a busy machine

const app = 'content/apps/vneid/app.yaml';
const appVi = 'content/apps/vneid/vi.yaml';
const appEn = 'content/apps/vneid/en.yaml';
const lesson = 'content/lessons/vneid-activate/lesson.yaml';
const lessonVi = 'content/lessons/vneid-activate/vi.yaml';
const lessonEn = 'content/lessons/vneid-activate/en.yaml';
const persona = 'content/personas/ba-mau.yaml';
const place = 'content/places/viet-nam.yaml';

type Edit = [file: string, from: string, to: string];

/** Good content broken in one way each: which rule catches it, and what the author reads on. */
const breaks: [what: string, rule: string, said: string, ...edits: Edit[]][] = [
  // the pictures
  [
    'a step names a picture nobody drew',
    'unknown-picture',
    'three-cats',
    [lesson, 'picture: three-rules', 'picture: three-cats'],
  ],
  [
    'a lesson names a picture nobody drew',
    'unknown-picture',
    'two-cats',
    [lesson, 'picture: phone-and-card\npersona', 'picture: two-cats\npersona'],
  ],
  // the files
  ['a line is indented wrongly', 'yaml', '', [app, 'frame: phone', '  frame: phone']],
  ['a key stands twice', 'yaml', 'unique', [lessonVi, 'about:', 'title: Hai\nabout:']],
  ['a key is misspelt', 'schema', 'loook', [app, 'look: main', 'loook: main']],
  ['the version is left out', 'schema', 'version', [lesson, 'version: 1\n', '']],
  ['an id has capitals', 'schema', 'kebab-case', [lesson, 'id: why', 'id: Why']],
  [
    'an id means something to JavaScript',
    'schema',
    'keeps for itself',
    [lesson, 'id: why', 'id: constructor'],
  ],
  ['a widget is of no known kind', 'schema', 'none of the keys', [app, '- dialog: done', '- popup: done']],
  ['a number is not in quotes', 'schema', 'phone', [persona, "phone: '0100000123'", 'phone: 100000123']],
  [
    'the id is not that of the folder',
    'id-is-place',
    'vneid-start',
    [lesson, 'id: vneid-activate', 'id: vneid-start'],
  ],
  ['words are not composed (NFC)', 'schema', 'NFC', [lessonVi, 'Mã OTP giống như', 'Ma\u0303 OTP giống như']],
  // the words
  ['a text is missing in English', 'words-missing', 'identify.send', [appEn, '  send: Send request\n', '']],
  [
    'an answer to a slip is missing',
    'words-missing',
    'otp.slip.told-code',
    [appVi, '    told-code:', '    told-codes:'],
  ],
  [
    'a screen has one hint only',
    'words-missing',
    'welcome.hint2',
    [appVi, '  hint2: Cô chú bấm nút có chữ', '  hint3: Cô chú bấm nút có chữ'],
  ],
  [
    'a wrong choice has no feedback',
    'words-missing',
    'whose-otp.feedback.tell-half',
    [lessonEn, '    tell-half: Not yet.', '    tell-all: Not yet.'],
  ],
  ['a text is left over', 'words-unused', 'why.more', [lessonVi, '  safe:', '  more: Thêm nữa.\n  safe:']],
  [
    'the languages show different values',
    'words-variables',
    'needs.late',
    [lessonEn, 'call {{vneidHotline}} for help', 'call for help'],
  ],
  [
    'words show a value nobody knows',
    'unknown-variable',
    'hotline',
    [lessonVi, '{{vneidHotline}} để', '{{hotline}} để'],
    [lessonEn, '{{vneidHotline}} for', '{{hotline}} for'],
  ],
  [
    'a sentence is too long to be heard',
    'long-sentence',
    'why.what',
    [
      lessonVi,
      'VNeID là ứng dụng',
      'VNeID là ứng dụng rất tiện lợi mà bây giờ nhà nào cũng nên có vì nó giúp mình đỡ phải đi lại nhiều lần, nó còn là nơi',
    ],
  ],
  [
    'words speak of clicking',
    'jargon',
    'click',
    [appVi, 'Cô chú bấm nút Gửi lại mã.', 'Cô chú click nút Gửi lại mã.'],
  ],
  ['words blame', 'jargon', 'sai rồi', [appVi, 'other: Mã chưa đúng.', 'other: Sai rồi.']],
  [
    'words hold a phone number somebody may have',
    'reserved-data',
    'remember.help',
    [lessonVi, 'gọi {{vneidHotline}}.', 'gọi 0912 345 678 hay {{vneidHotline}}.'],
  ],
  // people and facts
  [
    'the persona could be somebody',
    'reserved-data',
    '070150000001',
    [persona, '000150000001', '070150000001'],
  ],
  ['the persona has a real network', 'reserved-data', '0912345678', [persona, '0100000123', '0912345678']],
  [
    'the identity number is of a man',
    'persona-agrees',
    'digits 4 to 6',
    [persona, '000150000001', '000050000001'],
  ],
  [
    'a fact was never looked at',
    'schema',
    'checked',
    [place, "checked: '2026-11-20'", "chequed: '2026-11-20'"],
  ],
  [
    'a fact is reviewed before it is checked',
    'dated-facts',
    'activate-within',
    [lesson, "review: '2027-05-20'", "review: '2026-05-20'"],
  ],
  ['the suggested password is weak', 'right-value', 'no-special', [persona, 'Nhaso#2026', 'Nhaso2026']],
  [
    'a card shows what the persona has not',
    'unknown-variable',
    'address',
    [app, 'shows: [name, idNumber, phone]', 'shows: [name, idNumber, phone, address]'],
    [appVi, 'card:\n', 'card:\n  address: Nơi ở\n'],
    [appEn, 'card:\n', 'card:\n  address: Home\n'],
  ],
  // the lesson
  [
    'no choice is right',
    'one-right-choice',
    '0 choices',
    [lesson, 'keep: { right: true }', 'keep: { misconception: half-is-safe }'],
  ],
  [
    'a wrong choice names no misconception',
    'misconception',
    'tell-half',
    [lesson, 'tell-half: { misconception: half-is-safe }', 'tell-half: {}'],
  ],
  [
    'a competency is claimed only',
    'assessed',
    'eid.log-in',
    [lesson, '[eid.activate, eid.keep-codes]', '[eid.activate, eid.keep-codes, eid.log-in]'],
  ],
  [
    'a fact is told by no step',
    'unused',
    'activate-within',
    [lesson, 'tells: [level-2-at-police, activate-within]', 'tells: [level-2-at-police]'],
  ],
  ['two steps have one name', 'twice', 'why', [lesson, 'id: needs', 'id: why']],
  [
    'a task is in an app that is not there',
    'unknown-app',
    'vneid2',
    [lesson, 'task: { app: vneid,', 'task: { app: vneid2,'],
  ],
  [
    'a task has a goal that is not there',
    'unknown-screen',
    'profile',
    [lesson, 'goal: account, modes', 'goal: profile, modes'],
  ],
  [
    'a check comes before any practice',
    'untaught-check',
    'alone',
    [
      lesson,
      '    task: { app: vneid, from: phone, goal: account, modes: [coach] }',
      '    check: { app: vneid, from: phone, goal: account, pass: { slips: 9 } }',
    ],
  ],
  // the app
  ['a button leads nowhere', 'unknown-screen', 'identity', [app, 'go: identify', 'go: identity']],
  [
    'a button needs a field of another screen',
    'unknown-field',
    'passcode',
    [app, 'when: [otp]', 'when: [otp, passcode]'],
  ],
  ['a button does nothing', 'does-nothing', '', [app, '        slip: not-active\n', '']],
  ['a field has no validator', 'unknown-validator', 'id-number', [app, '  id-number: {', '  id-numbers: {']],
  [
    'a field is filled in for nothing',
    'unasked-field',
    'phone',
    [app, 'when: [id-number, phone]', 'when: [id-number]'],
  ],
  ['a right answer is no option', 'unknown-option', 'his', [app, 'right: hers', 'right: his']],
  [
    'a message is shown and never comes',
    'unused',
    'fake-link',
    [app, 'arrives: [approved, fake-link]', 'arrives: [approved]'],
  ],
  // what only a walk finds
  [
    'a screen is on no way',
    'unreachable',
    'identify',
    [app, 'go: identify', 'go: otp'],
    [app, '        clear: [otp]\n        go: identify', '        clear: [otp]\n        go: welcome'],
  ],
  [
    'nobody gets off a screen',
    'stuck',
    'otp-expired',
    [
      app,
      '- button: resend\n        look: main\n        go: otp',
      '- button: resend\n        look: main\n        send: [otp]',
    ],
  ],
  [
    'a mistake can never be made',
    'untaken',
    'otp is never found empty',
    [app, 'when: [otp]', 'when: [otp, otp]'],
  ],
  [
    'a code is asked for before it has come',
    'message-first',
    'otp',
    [app, 'arrives: [otp, stranger]', 'arrives: [stranger]'],
  ],
  [
    'an app forgets nothing on the way',
    'too-large',
    'more than',
    [app, 'clear: [passcode, repeat]\n        go: questions', 'go: questions'],
    [app, 'clear: [questions, friend, dish, pet, school]', 'clear: []'],
    [app, '        clear: [friend, dish, pet, school]\n', ''],
  ],
  [
    'only time leads on',
    'no-solution',
    'passcode',
    [
      app,
      'clear: [passcode, repeat]\n        go: questions',
      'clear: [passcode, repeat]\n    time:\n      LATE: { go: questions, clear: [passcode, repeat] }',
    ],
    [appVi, 'passcode:\n  title', 'passcode:\n  time:\n    LATE: Muộn\n  title'],
    [appEn, 'passcode:\n  title', 'passcode:\n  time:\n    LATE: Late\n  title'],
  ],
];

let good: Files;
beforeAll(async () => {
  good = await readFiles('.');
});

function broken(edits: Edit[]): Files {
  return edits.reduce((files, [file, from, to]) => {
    const before = files[file] ?? '';
    expect(before, `${file} to hold «${from}»`).toContain(from);
    return { ...files, [file]: before.replace(from, to) };
  }, good);
}

test('the content that ships has nothing wrong with it, and all of it is walked', () => {
  const { violations, apps, lessons } = prove(good, '2026-11-23');
  expect(violations).toEqual([]);
  for (const { counts } of apps) expect(counts.taken).toBe(counts.transitions);
  for (const { counts } of lessons) {
    expect(counts.taken).toBe(counts.transitions);
    for (const task of counts.tasks ?? []) expect(task.shortest).toBeGreaterThan(0);
  }
});

describe('an author is told when', () => {
  test.each(breaks)('%s', (_, rule, said, ...edits) => {
    const { violations } = prove(broken(edits), '2026-11-23');
    const caught = violations.filter((one) => one.rule === rule && one.message.includes(said));
    expect(caught, JSON.stringify(violations, null, 1)).not.toEqual([]);
    for (const { file, line, remedy } of violations) {
      expect(good).toHaveProperty([file]);
      expect(line).toBeGreaterThan(0);
      expect(remedy).not.toBe('');
    }
  });
});

test('a violation points at the very line', () => {
  const files = broken([[app, 'go: identify', 'go: identity']]);
  const [first] = prove(files, '2026-11-23').violations;
  expect(files[app]?.split('\n')[(first?.line ?? 0) - 1]).toContain('go: identity');
});

test('a file that is missing, or that nobody asked for, is told', () => {
  const { [appEn]: _, ...without } = good;
  const rules = prove({ ...without, 'content/apps/vneid/app2.yaml': 'id: app2' }, '2026-11-23').violations;
  expect(rules.map(({ rule, file }) => [rule, file])).toEqual(
    expect.arrayContaining([
      ['words-file', appEn],
      ['file-place', 'content/apps/vneid/app2.yaml'],
    ]),
  );
});

test('an app that no lesson uses is told', () => {
  const { violations } = prove(
    broken([
      [lesson, 'task: { app: vneid,', 'task: { app: other,'],
      [lesson, 'check: { app: vneid,', 'check: { app: other,'],
    ]),
    '2026-11-23',
  );
  expect(violations.map(({ rule, message }) => `${rule} ${message}`)).toContain(
    'unused no lesson uses vneid',
  );
});

test('a fact whose day has come is listed, and breaks nothing', () => {
  const { violations, due } = prove(good, '2030-01-01');
  expect(violations).toEqual([]);
  expect(due.map(({ id }) => id)).toContain('vneidHotline');
});
