import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { indexText, readIndex } from './clip-index';
import { clipName } from './hash';
import { numberWords } from './numbers';
import { piecesOf, plan, type Saying } from './plan';

const clips = [
  ...[
    'Có',
    'chỗ phải thử lại.',
    'Bước',
    '/',
    'một',
    'hai',
    'mười',
    'hai mươi',
    'trăm',
    'ngàn',
    'năm',
    'mươi',
  ],
  ...['hai mươi lăm', 'đồng', 'Xin chào', '0', '1', '5', 'Bài một', 'Đã xong'],
];
const has = readIndex(indexText(clips.map(clipName)));
const said = (saying: Saying) => plan(saying, has, numberWords);

describe('what is said for a text', () => {
  it('is its own clip where there is one', () => {
    expect(said({ text: ' Xin\nchào ', template: 'Xin {{what}}', variables: { what: 'chào' } })).toEqual([
      ' Xin\nchào ',
    ]);
  });

  it('is nothing where it has none', () => {
    expect(said({ text: 'Chưa thu tiếng' })).toEqual([]);
    expect(said({ text: '' })).toEqual([]);
  });

  it.each([
    [{ n: 1 }, ['Có', '1', 'chỗ phải thử lại.']],
    [{ n: 2 }, ['Có', 'hai', 'chỗ phải thử lại.']],
    [{ n: 25 }, ['Có', 'hai mươi lăm', 'chỗ phải thử lại.']],
    [{ n: '2.025' }, ['Có', 'hai', 'ngàn', 'chỗ phải thử lại.']],
    [{ n: '100.000 đ' }, ['Có', 'một', 'trăm', 'ngàn', 'đồng', 'chỗ phải thử lại.']],
    [{ n: 250 }, ['Có', 'hai', 'trăm', 'năm', 'mươi', 'chỗ phải thử lại.']],
  ])('is put together around a count of %j', (variables, parts) => {
    const template = 'Có {{n}} chỗ phải thử lại.';
    const plans = said({ text: `Có ${variables.n} chỗ phải thử lại.`, template, variables });
    // 2025 needs «không», which has no clip here: a number is said whole or not at all.
    expect(plans).toEqual(variables.n === '2.025' ? ['Có', 'chỗ phải thử lại.'] : parts);
  });

  it('says two numbers with what stands between them', () => {
    const variables = { n: 1, all: 2 };
    expect(said({ text: 'Bước 1/2', template: 'Bước {{n}}/{{all}}', variables })).toEqual([
      'Bước',
      '1',
      '/',
      'hai',
    ]);
  });

  it('says a code digit by digit', () => {
    expect(said({ text: '0155' })).toEqual(['0', '1', '5', '5']);
    expect(said({ text: '1500000015' })).toHaveLength(10);
  });

  it('passes over a value that no clip says, and says nothing where a piece of the text is missing', () => {
    expect(said({ text: 'Có bà Mẫu chỗ phải thử lại.', template: 'Có {{n}} chỗ phải thử lại.', variables: { n: 'bà Mẫu' } })).toEqual(['Có', 'chỗ phải thử lại.']); // prettier-ignore
    expect(said({ text: 'Chào Lan', template: 'Chào {{name}}', variables: { name: 'Lan' } })).toEqual([]);
  });

  it('says a value that has a clip', () => {
    expect(said({ text: 'Bước Bài một', template: 'Bước {{lesson}}', variables: { lesson: 'Bài một' } })).toEqual(['Bước', 'Bài một']); // prettier-ignore
  });
});

it('cuts a template at its variables and leaves out bare punctuation', () => {
  expect(piecesOf('Cô chú đã tập xong bài «{{lesson}}».')).toEqual([
    { text: 'Cô chú đã tập xong bài «', variable: false },
    { text: 'lesson', variable: true },
  ]);
});

describe('the index of clips', () => {
  it('takes nothing else for an index', () => {
    expect(readIndex('<!doctype html><title>Nhà Số</title>')('Xin chào')).toBe(false);
    expect(readIndex('')('Xin chào')).toBe(false);
  });

  it('knows every clip, and hardly ever one that there is not, in few bytes', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `Câu số ${at}`);
    const index = indexText(texts.map(clipName));
    const known = readIndex(index);
    expect(texts.every(known)).toBe(true);
    const others = Array.from({ length: 5000 }, (_, at) => `Câu khác ${at}`);
    expect(others.filter(known).length).toBeLessThan(20);
    expect(brotliCompressSync(index).length).toBeLessThan(8_000);
  });
});
