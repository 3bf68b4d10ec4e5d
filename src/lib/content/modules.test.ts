import { expect, test } from 'vitest';
import { moduleCode } from './modules';
import { parseContent } from './parse';
import { readFiles } from './read-files';

const files = await readFiles('.');
const content = parseContent(files);

test('the list of lessons holds cards only, and brings each lesson on demand', () => {
  const code = moduleCode(content, 'virtual:content/catalogue') ?? '';
  expect(code).toContain('"title":{"vi":"Kích hoạt tài khoản VNeID","en":"Activate a VNeID account"}');
  expect(code).toContain("() => import('virtual:content/lesson/vneid-activate')");
  expect(code).not.toContain('whose-otp');
});

test('a change of an app changes the app alone, a change of a lesson the lesson alone', () => {
  const changed = (file: string, from: string, to: string) => {
    const other = parseContent({ ...files, [file]: (files[file] ?? '').replace(from, to) });
    return ['catalogue', 'lesson/vneid-activate', 'app/vneid'].filter(
      (id) => moduleCode(other, `virtual:content/${id}`) !== moduleCode(content, `virtual:content/${id}`),
    );
  };
  expect(changed('content/apps/vneid/vi.yaml', 'Gửi yêu cầu', 'Gửi đi')).toEqual(['app/vneid']);
  expect(changed('content/lessons/vneid-activate/en.yaml', 'On your own', 'Alone')).toEqual([
    'lesson/vneid-activate',
  ]);
});

test('there is no module of what is not there', () => {
  expect(moduleCode(content, 'virtual:content/lesson/none')).toBeUndefined();
});
