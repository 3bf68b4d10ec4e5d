import { expect, test } from 'vitest';
import { parseContent } from '../parse';
import { jargon } from './jargon';
import { plainWords } from './plain-words';

function said(title: string) {
  const files = {
    'content/lessons/one/lesson.yaml': `id: one
version: 1
track: t
minutes: 5
picture: p
persona: p
place: p
competencies: [a.b]
steps: [{ id: s, explain: { parts: [x] } }]`,
    'content/lessons/one/vi.yaml': `title: ${JSON.stringify(title)}`,
    'content/lessons/one/en.yaml': 'title: x',
  };
  return plainWords(parseContent(files)).map(({ rule }) => rule);
}

const twelve = 'một hai ba bốn năm sáu bảy tám chín mười mười-một mười-hai';

test.each([
  ['Cô chú bấm nút Gửi.', []],
  [`${twelve} ${twelve} và.`, []],
  [`${twelve} ${twelve} và nữa.`, ['long-sentence']],
  [`${twelve} ${twelve}. ${twelve}`, []],
  ['Cô chú click vào đây.', ['jargon']],
  ['Cô chú CLICK vào đây.', ['jargon']],
  ['Gọi 1900.0368 để hỏi.', []],
  ['Trang vneid-link.example', []],
  ['Mật khẩu là {{password}}.', []],
  ['Vui lòng tiến hành xác thực.', ['jargon', 'jargon', 'jargon']],
  ['Bấm vào link này, link kia.', ['jargon']],
  ['Ông Thuser ở nhà.', []],
  ['Cô chú nhập sai mã.', ['jargon']],
  ['Cô chú gõ lại mã cho đúng.', []],
])('«%s» breaks %j', (text, rules) => {
  expect(said(text)).toEqual(rules);
});

test('every word to be avoided is found, in capitals too, and has another to be said', () => {
  for (const [word, instead] of Object.entries(jargon)) {
    expect(said(`Cô chú ${word.toUpperCase()} đi.`), word).toEqual(['jargon']);
    expect(word).toBe(word.toLowerCase().normalize('NFC'));
    expect(instead).not.toBe('');
  }
});
