import { lesson, type Breakage } from './breakage';

/** What the question and the check of the lesson are, to put something else in their place. */
const question = `choose:
      tell-officer: { misconception: otp-is-secret }
      keep: { right: true }
      tell-half: { misconception: half-is-safe }`;
const check = 'check: { app: vneid, from: phone, goal: account, pass: { slips: 1 } }';

/** What can be wrong with lessons. */
export const lessonBreakages: Breakage[] = [
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
      '    task: { app: vneid, from: phone, goal: account, modes: [show, coach] }',
      '    check: { app: vneid, from: phone, goal: account, pass: { slips: 9 } }',
    ],
  ],
  ['two things are put in order', 'order-length', '2 things', [lesson, question, 'order: [first, second]']],
  [
    'a thing is put in order twice',
    'twice',
    'open stands twice',
    [lesson, question, 'order: [open, read, open]'],
  ],
  [
    'there is no warning sign to find',
    'no-sign',
    'no part',
    [lesson, question, 'spot: { in: sms, parts: { sender: {}, text: {} } }'],
  ],
  [
    'everything is a warning sign',
    'no-innocent-part',
    'every part',
    [lesson, question, 'spot: { in: sms, parts: { sender: { sign: otp-is-secret } } }'],
  ],
  [
    'a sign is found in a letter',
    'schema',
    'spot.in',
    [lesson, question, 'spot: { in: letter, parts: { sender: { sign: otp-is-secret }, text: {} } }'],
  ],
  [
    'what is tapped too early is not answered',
    'words-missing',
    'whose-otp.feedback.read',
    [lesson, question, 'order: [open, read, close]'],
  ],
  [
    'a task is shown and nobody tries it',
    'show-then-coach',
    'together',
    [lesson, 'modes: [show, coach]', 'modes: [show]'],
  ],
  [
    'a task names a mode twice',
    'twice',
    'together',
    [lesson, 'modes: [show, coach]', 'modes: [coach, coach]'],
  ],
  [
    'a part of a check is called as words are',
    'taken-name',
    'passed',
    [
      lesson,
      check,
      'check: { parts: [{ id: passed, task: { app: vneid, from: phone, goal: account } }], pass: { slips: 1 } }',
    ],
  ],
  [
    'a question of a check has no right answer',
    'one-right-choice',
    '0 choices',
    [
      lesson,
      check,
      'check: { parts: [{ id: code, choose: { tell: { misconception: otp-is-secret } } }], pass: { slips: 1 } }',
    ],
  ],
  [
    'a check can be answered all wrong and passed',
    'cannot-fail',
    '1 slips',
    [
      lesson,
      check,
      'check: { parts: [{ id: code, choose: { tell: { misconception: otp-is-secret }, keep: { right: true } } }], pass: { slips: 1 } }',
    ],
  ],
  [
    'a task of a check has a goal that is not there',
    'unknown-screen',
    'profile',
    [
      lesson,
      check,
      'check: { parts: [{ id: pay, task: { app: vneid, from: phone, goal: profile } }], pass: { slips: 1 } }',
    ],
  ],
  [
    'confidence is asked once only',
    'rate-pair',
    'before',
    [
      lesson,
      '  - id: needs',
      '  - id: sure\n    rate: { what: confidence, moment: before }\n\n  - id: needs',
    ],
  ],
  [
    'a step that is gone leads nowhere',
    'alias',
    'farewell',
    [lesson, 'steps:', 'aliases: { old: farewell }\n\nsteps:'],
  ],
  [
    'a step that is still there has an alias',
    'alias',
    'still there',
    [lesson, 'steps:', 'aliases: { why: needs }\n\nsteps:'],
  ],
  [
    'a misconception has no words',
    'unknown-misconception',
    'codes-are-toys',
    [lesson, 'tell-half: { misconception: half-is-safe }', 'tell-half: { misconception: codes-are-toys }'],
  ],
  [
    'a misconception is believed by nobody',
    'unused',
    'earth-is-flat',
    [
      'content/misconceptions/earth-is-flat.yaml',
      '',
      'id: earth-is-flat\nwords: { vi: Tưởng trái đất phẳng, en: Thinks the earth is flat }\n',
    ],
  ],
  [
    'a misconception is mended by no lesson there is',
    'unknown-lesson',
    'otp-for-all',
    ['content/misconceptions/half-is-safe.yaml', 'lesson: vneid-activate', 'lesson: otp-for-all'],
  ],
  [
    'a competency is claimed that nobody has described',
    'unknown-competency',
    'eid.activated',
    [lesson, '[eid.activate, eid.keep-codes]', '[eid.activate, eid.keep-codes, eid.activated]'],
  ],
  [
    'a competency is described that no lesson claims',
    'unused-competency',
    'eid.nothing',
    [
      'content/competencies/eid.nothing.yaml',
      '',
      'id: eid.nothing\nwords: { vi: Không gì, en: Nothing }\nalignment: []\n',
    ],
  ],
  [
    'two lessons wait for each other',
    'prerequisite-cycle',
    'vneid-activate',
    [lesson, 'place: viet-nam', 'place: viet-nam\nprerequisites: [vneid-log-in]'],
    ['content/lessons/vneid-log-in/lesson.yaml', 'prerequisites: [', 'prerequisites: [vneid-activate, '],
  ],
];
