import { beforeAll, describe, expect, it } from 'vitest';
import { parseContent, type Content } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { readVoice, textsOf, voiceViolations, type Voice } from './voice';
import type { Texts } from './texts';

let content: Content;
let voice: Voice;
let texts: Texts;
let shown: Set<string>;

beforeAll(async () => {
  content = parseContent(await readFiles(process.cwd()));
  voice = await readVoice(process.cwd(), 'vi');
  texts = textsOf(content, voice);
  shown = new Set([...texts.values()].map(({ text }) => text));
});

describe('what needs a voice', () => {
  it('is every text of every lesson, with its variables filled in', () => {
    const ids = new Set([...texts.values()].flatMap((one) => one.ids));
    for (const lesson of Object.keys(content.lessons)) {
      expect(ids).toContain(`lesson-${lesson}:title`);
      expect(ids).toContain(`lesson-${lesson}:about`);
    }
    expect(shown).toContain('Điện thoại của bà Mẫu');
    expect([...shown].filter((text) => text.includes('{{'))).toEqual([]);
  });

  it('is what cards and messages show of the people of a lesson', () => {
    expect(shown).toContain('000150000001');
    expect(shown).toContain('Mã OTP của bà Mẫu là 482915. Đừng đưa mã này cho ai.');
  });

  it('is the pieces around a value that nobody knows beforehand', () => {
    expect(shown).toContain('chỗ phải thử lại.');
    expect(shown).not.toContain('Có {{n}} chỗ phải thử lại.');
  });

  it('is every key, and numbers up to a hundred in one breath', () => {
    for (const text of ['a', 'đ', '@', '7', 'hai mươi lăm', 'ngàn', 'lẻ']) expect(shown).toContain(text);
  });

  it('is the given names that people mostly have', () => {
    for (const name of ['Lan', 'Hùng', 'Bảy', 'Út', 'Hòa', 'Hoà', 'Nguyệt']) expect(shown).toContain(name);
  });

  it('is nothing that only staff see', () => {
    const ids = [...texts.values()].flatMap((one) => one.ids);
    expect(ids.filter((id) => /^(house|device|misconception):/.test(id))).toEqual([]);
  });

  it('can be said without guessing: no digit and no sign is left', () => {
    for (const { text } of texts.values()) expect(voice.say(text).words, text).toMatch(/^[\p{L}\s.,!?]+$/u);
  });
});

it('is told by the checker where its clip is missing', () => {
  const found = voiceViolations(content, { ...voice, manifest: {} });
  expect(found.filter(({ rule }) => rule === 'missing-clip')).toHaveLength(texts.size);
});
