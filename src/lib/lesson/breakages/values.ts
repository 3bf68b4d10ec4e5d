import { app, appEn, appVi, lesson, type Breakage } from './breakage';

const bank = 'content/apps/bank/app.yaml';
const payable =
  '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F';
const market = '00020101021138540010A00000072701240006000000011000000001010208QRIBFTTA53037045802VN63043279';

/** What can be wrong with scenes, guards, payment codes and the looks before money goes. */
export const valuesBreakages: Breakage[] = [
  [
    'a scene has not what the others have',
    'scenes-differ',
    'payer',
    [bank, '    payer: TRAN VAN THU\n  fish:', '  fish:'],
  ],
  [
    'an amount is asked for that no scene has',
    'unknown-scene-value',
    'price',
    [bank, 'equals: scene.amount', 'equals: scene.price'],
  ],
  [
    'an amount is to equal a text',
    'wrong-kind',
    'scene.content is no money',
    [bank, 'equals: scene.amount', 'equals: scene.content'],
  ],
  ['a field of money is measured as digits', 'wrong-type', 'amount', [bank, 'type: amount', 'type: digits']],
  ['a payment code can be paid', 'payment-code', '970403', [bank, market, payable]],
  [
    'a payment code has a wrong check sum',
    'payment-code',
    'crc',
    [bank, market, market.replace('3279', '3270')],
  ],
  [
    'a camera reads what is no payment code',
    'payment-code',
    'scene.content',
    [bank, 'qr: scene.qr', 'qr: scene.content'],
  ],
  [
    'an account could be a telephone',
    'reserved-data',
    '0912345678',
    [bank, "account: '0000000101'", "account: '0912345678'"],
  ],
  [
    'a value has two meanings',
    'name-collides',
    'content',
    [bank, "otp: { code: '739204' }", "otp: { content: '739204' }"],
    [bank, 'otp: message.otp.code', 'otp: message.otp.content'],
  ],
  [
    'a guard waits for a flag nobody sets',
    'unknown-flag',
    'bill-day',
    [bank, '        set: [bill-day]\n', ''],
  ],
  [
    'a flag is set and nothing looks at it',
    'unused',
    'seen-bill',
    [bank, 'set: [bill-day]', 'set: [bill-day, seen-bill]'],
  ],
  [
    'a guard measures a field that is not there',
    'unknown-field',
    'sum',
    [bank, 'above: { field: amount, than: place.faceAbove }', 'above: { field: sum, than: place.faceAbove }'],
  ],
  [
    'a threshold is of no place',
    'unknown-variable',
    'faceOver',
    [bank, 'than: place.faceAbove }', 'than: place.faceOver }'],
  ],
  ['a row has a sign nobody drew', 'unknown-sign', 'qrr', [bank, 'icon: qr\n', 'icon: qrr\n']],
  [
    'a task is played in a scene that is not there',
    'unknown-scene',
    'bakery',
    ['content/lessons/bank-qr/lesson.yaml', 'scene: market', 'scene: bakery'],
  ],
  [
    'a task names no scene',
    'unknown-scene',
    'no scene of bank',
    ['content/lessons/bank-qr/lesson.yaml', ', scene: market', ''],
  ],
  [
    'an app takes money and nobody has to look',
    'no-checkpoint',
    'bank',
    [
      bank,
      `checkpoints:
  - before: paid
    screen: review
    shows: [payee, amount]
  - before: bill-paid
    screen: bill
    shows: [payer, billAmount]
`,
      'checkpoints: []\n',
    ],
  ],
  [
    'what is about to be paid is not shown',
    'checkpoint',
    'review does not always show amount',
    [bank, '        shows: [payee, amount, content]', '        shows: [payee, content]'],
  ],
  [
    'a way leads past the look before paying',
    'checkpoint',
    'paid can be come to without looking first',
    [
      bank,
      'when: [amount, content]\n        go: review',
      'when: [amount, content]\n        send: [otp]\n        go: otp',
    ],
  ],
  [
    'a button does nothing in one of the scenes',
    'does-nothing',
    'press.ask',
    [bank, '            go: asked\n        go: stopped', '            go: asked'],
  ],
  [
    'a case never comes about',
    'untaken',
    'press.scan never happens',
    [bank, 'if: { unset: bill-day }', 'if: { all: [{ unset: bill-day }, { came: alert }] }'],
  ],
  [
    'a mistake leads far back',
    'far',
    'welcome',
    [lesson, 'task: { app: vneid, from: phone,', 'task: { app: vneid, from: log-in,'],
    [
      app,
      '      - button: enter\n        look: main\n        when: [pin]',
      '      - button: over\n        go: welcome\n      - button: enter\n        look: main\n        when: [pin]',
    ],
    [appVi, '\nlog-in:\n', '\nlog-in:\n  over: Làm lại từ đầu\n'],
    [appEn, '\nlog-in:\n', '\nlog-in:\n  over: Begin again\n'],
  ],
];
