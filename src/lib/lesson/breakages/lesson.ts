import { lesson, type Breakage } from './breakage';

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
      '    task: { app: vneid, from: phone, goal: account, modes: [coach] }',
      '    check: { app: vneid, from: phone, goal: account, pass: { slips: 9 } }',
    ],
  ],
];
