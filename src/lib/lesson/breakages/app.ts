import { app, appVi, appEn, type Breakage } from './breakage';

/** What can be wrong with practice apps, the last of them found only by walking. */
export const appBreakages: Breakage[] = [
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
