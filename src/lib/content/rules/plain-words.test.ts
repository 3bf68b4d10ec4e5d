import { expect, test } from 'vitest';
import { parseContent } from '../parse';
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
])('«%s» breaks %j', (text, rules) => {
  expect(said(text)).toEqual(rules);
});
