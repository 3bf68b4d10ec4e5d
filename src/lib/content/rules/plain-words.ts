import { flatten } from '../keys';
import type { Content } from '../parse';
import type { Violation } from '../violation';

/** A sentence to be heard once and done may have this many Vietnamese syllables (they are written apart). */
const longestSentence = 25;

/** Words of offices and of computers, with what to say instead. */
const jargon: Record<string, string> = {
  click: 'bấm',
  login: 'đăng nhập',
  logout: 'đăng xuất',
  link: 'đường dẫn',
  submit: 'gửi',
  download: 'tải về',
  upload: 'gửi lên',
  file: 'tập tin',
  'truy cập': 'mở',
  'xác thực': 'xác nhận',
  'giao diện': 'màn hình',
  'hệ thống': 'ứng dụng',
  'thao tác': 'làm, bấm',
  'thất bại': 'chưa được',
  'không hợp lệ': 'chưa đúng',
  'sai rồi': 'chưa đúng',
};

/** Vietnamese words are short sentences of everyday speech, and blame nobody. */
export function plainWords(content: Content): Violation[] {
  return [...Object.values(content.lessons), ...Object.values(content.apps)].flatMap(({ words: { vi } }) =>
    Object.entries(flatten(vi.value)).flatMap(([key, text]) => {
      const at = key.split('.');
      const long = text
        .split(/[.!?…:]+(?=\s|$)/)
        .find((one) => one.trim().split(/\s+/).length > longestSentence);
      const found = Object.keys(jargon).filter((word) =>
        new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu').test(text),
      );
      return [
        ...(long
          ? [
              vi.source.violation(
                at,
                'long-sentence',
                `${key}: more than ${longestSentence} words in one sentence`,
                'Make two sentences of it.',
              ),
            ]
          : []),
        ...found.map((word) =>
          vi.source.violation(at, 'jargon', `${key} says «${word}»`, `Say «${jargon[word]}».`),
        ),
      ];
    }),
  );
}
