import { expect, test } from 'vitest';
import { parseContent } from '../parse';
import { posterShape } from './poster-shape';

const dated = `facts:
  one: { source: 'Thông tư 1/2026', checked: '2026-11-01', review: '2027-05-01' }`;

/** The rules that posters break, each with facts or without. */
function broken(posters: readonly { facts: boolean; text?: string }[]) {
  const files = posters.flatMap(({ facts, text = 'Nói với cô chú.' }, at) => {
    const place = `content/posters/p${at}`;
    return [
      [`${place}/poster.yaml`, `id: p${at}\npicture: house\ntone: plain\n${facts ? dated : ''}`],
      [`${place}/vi.yaml`, `title: Nè\ntext: ${JSON.stringify(text)}`],
      [`${place}/en.yaml`, 'title: Hey\ntext: One. Two.'],
    ];
  });
  return posterShape(parseContent(Object.fromEntries(files) as Record<string, string>)).map(
    ({ rule }) => rule,
  );
}

test.each([
  ['no poster at all', [], []],
  ['one that holds for ever among dated ones', [{ facts: true }, { facts: false }], []],
  ['only dated ones: one day there would be none', [{ facts: true }, { facts: true }], ['all-dated']],
  ['two sentences', [{ facts: false, text: 'Một. Hai.' }], []],
  ['three sentences', [{ facts: false, text: 'Một. Hai! Ba?' }], ['many-sentences']],
])('%s', (_, posters, rules) => {
  expect(broken(posters)).toEqual(rules);
});
