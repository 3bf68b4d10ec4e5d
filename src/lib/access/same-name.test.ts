import { expect, it } from 'vitest';
import { sameName } from './same-name';

it.each<[typed: string, same: boolean]>([
  ['Đỗ Thị Ánh', true],
  ['Đỗ Thị Ánh'.normalize('NFD'), true],
  [' do  thi anh ', true],
  ['Đỗ Thị Anh', true],
  ['Đỗ Thị Ánh Hồng', false],
  ['Đỗ Ánh', false],
  ['', false],
])('«%s» is the name of Đỗ Thị Ánh: %s', (typed, same) => {
  expect(sameName(typed, 'Đỗ Thị Ánh')).toBe(same);
});
