import { expect, it } from 'vitest';
import { clipName, shownText } from './hash';

it('is the same name for what looks the same', () => {
  const text = 'Cô chú bấm «Tiếp tục».';
  expect(clipName(`  ${text.normalize('NFD').replace(' ', '\n  ')} `)).toBe(clipName(text));
  expect(shownText(' a \n b ')).toBe('a b');
});

it('is eleven characters that every file system takes', () => {
  for (const text of ['', 'a', 'Xin chào', '🙂'.repeat(500)])
    expect(clipName(text)).toMatch(/^[0-9a-z]{11}$/);
});

it('never changes, or every clip there is would be lost', () => {
  expect([clipName(''), clipName('Quay lại'), clipName('Mã OTP')]).toMatchInlineSnapshot(`
    [
      "00aujc4vw61",
      "0kqyt3l23tf",
      "2fgukv7zvuc",
    ]
  `);
});

it('tells texts apart that differ in one mark, one digit or one order', () => {
  const names = new Set<string>();
  const words = 'ma má mà mả mã mạ ba bá bà bả bã bạ'.split(' ');
  let count = 0;
  for (const a of words)
    for (const b of words)
      for (let n = 0; n < 1000; n++) {
        names.add(clipName(`${a} ${b} ${n}`));
        count += 1;
      }
  expect(names.size).toBe(count);
});
