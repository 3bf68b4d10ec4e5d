import { expect, it } from 'vitest';
import { clipViolations, standing } from './clip-rules';
import { clipName } from './hash';
import { manifestText, parseManifest, type Manifest } from './manifest';
import type { Texts } from './texts';

const say = (text: string) => ({ words: text.replace('2', 'hai'), unknown: [] });
const texts: Texts = new Map(
  ['Có 2 người', 'Quay lại', 'Tiếp tục'].map((text, at) => [clipName(text), { text, ids: [`learn:${at}`] }]),
);
const clip = (text: string, spoken: string, engine = 'espeak-ng'): Manifest => ({
  [clipName(text)]: {
    ...{ text, spoken, engine, ids: ['learn:x'], voice: 'vi', licence: 'CC0-1.0' },
    ...{ milliseconds: 900, bytes: 3000, sha256: 'a'.repeat(64) },
  },
});
const whole = {
  ...clip('Có 2 người', 'Có hai người'),
  ...clip('Quay lại', 'Quay lại'),
  ...clip('Tiếp tục', 'Tiếp tục'),
};

it('finds nothing where every text has its clip', () => {
  expect(standing(texts, whole, say)).toEqual({ missing: [], outdated: [], unused: [] });
  expect(clipViolations(texts, whole, say, 'm.json')).toEqual([]);
});

it('finds a text that nothing says', () => {
  const manifest = { ...clip('Có 2 người', 'Có hai người'), ...clip('Quay lại', 'Quay lại') };
  expect(standing(texts, manifest, say).missing).toEqual([clipName('Tiếp tục')]);
  expect(clipViolations(texts, manifest, say, 'm.json')).toMatchObject([
    { file: 'm.json', line: 1, rule: 'missing-clip', message: 'learn:2: has no voice: «Tiếp tục»' },
  ]);
});

it('finds a clip that says its text in another way than it would be said now', () => {
  const manifest = { ...whole, ...clip('Có 2 người', 'Có hai ngừi') };
  expect(clipViolations(texts, manifest, say, 'm.json').map(({ rule }) => rule)).toEqual(['outdated-clip']);
});

it('leaves what a person has recorded, however they said it', () => {
  const manifest = { ...whole, ...clip('Có 2 người', 'Dạ, có hai người đó', 'person') };
  expect(clipViolations(texts, manifest, say, 'm.json')).toEqual([]);
});

it('finds a clip of a text that is shown no more', () => {
  const manifest = { ...whole, ...clip('Bài cũ', 'Bài cũ') };
  expect(clipViolations(texts, manifest, say, 'm.json')).toMatchObject([{ rule: 'unused-clip' }]);
});

it('finds a word that no voice was told how to say', () => {
  const guess = (text: string) => ({ ...say(text), unknown: text.match(/Tiếp/g) ?? [] });
  expect(clipViolations(texts, whole, guess, 'm.json')).toMatchObject([
    { rule: 'unknown-word', message: 'learn:2: nobody knows how to say Tiếp: «Tiếp tục»' },
  ]);
});

it('keeps its manifest in one order, and reads what it wrote', () => {
  const text = manifestText(whole);
  expect(parseManifest(text)).toEqual(whole);
  expect(manifestText(Object.fromEntries(Object.entries(whole).reverse()))).toBe(text);
  expect(() => parseManifest('{"x":{}}')).toThrow();
});
