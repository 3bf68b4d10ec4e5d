import { appVi, appEn, lessonVi, lessonEn, type Breakage } from './breakage';

/** What can be wrong with words. */
export const wordsBreakages: Breakage[] = [
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
  ['a text is empty', 'empty-text', 'send: is empty', [appEn, '  send: Send request\n', "  send: ''\n"]],
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
  [
    'two wrong choices are answered by the same words',
    'same-feedback',
    'whose-otp.feedback.tell-half',
    [
      lessonEn,
      '    tell-half: Not yet. After one half they will talk you into the other. Choose again, and keep all of it.',
      '    tell-half: Not yet. A real officer never asks for an OTP code. Choose again, and keep the code to yourself.',
    ],
  ],
  [
    'the second hint says what the first said',
    'same-hint',
    'otp-expired.hint2',
    [appVi, '  hint2: Cô chú bấm nút Gửi lại mã.', '  hint2: Mã cũ bỏ đi, mình xin mã mới.'],
  ],
  [
    'a text was never translated',
    'untranslated',
    'why.title',
    [lessonVi, '  title: VNeID để làm gì?', '  title: Ứng dụng VNeID để làm gì?'],
    [lessonEn, '  title: What is VNeID for?', '  title: Ứng dụng VNeID để làm gì?'],
  ],
];
