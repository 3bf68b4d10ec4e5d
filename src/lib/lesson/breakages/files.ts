import { app, lesson, lessonVi, persona, type Breakage } from './breakage';

/** What can be wrong with files that are not what they should be. */
export const filesBreakages: Breakage[] = [
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
  [
    'no editor is told what a file is',
    'schema-line',
    'no editor',
    [lesson, '# yaml-language-server', '# yaml-language-servant'],
  ],
];
