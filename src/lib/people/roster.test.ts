import { describe, expect, it } from 'vitest';
import { findPeople, inRollOrder, nextNumber, readBirthYear, tidyName, withNumber } from './roster';

const person = (name: string, number: number) => ({ person: `p${number}`, name, birthYear: null, number });
const people = [
  person('Trần Văn Thử', 1),
  person('Đỗ Thị Ánh', 2),
  person('Nguyễn Thị Mẫu', 3),
  person('Lê Đình Ánh', 4),
];

describe('the roll', () => {
  it('is called by given name', () => {
    expect(inRollOrder(people).map(({ name }) => name)).toEqual([
      'Đỗ Thị Ánh',
      'Lê Đình Ánh',
      'Nguyễn Thị Mẫu',
      'Trần Văn Thử',
    ]);
  });

  it.each([
    ['anh', [2, 4]],
    ['DO anh', [2]],
    ['đỗ', [2]],
    ['3', [3]],
    ['', [1, 2, 3, 4]],
    ['không ai', []],
  ])('finds «%s» without marks or case', (typed, numbers) => {
    expect(findPeople(people, typed).map(({ number }) => number)).toEqual(numbers);
  });

  it('gives a walk-in the number after the highest, and the first one number 1', () => {
    expect(nextNumber(people)).toBe(5);
    expect(nextNumber([])).toBe(1);
  });

  it('shows everybody to whom a number was given twice', () => {
    expect(withNumber([...people, person('Phạm Thị Trùng', 3)], 3)).toHaveLength(2);
  });
});

describe('a walk-in’s two fields', () => {
  it('keep a name on one line and composed', () => {
    expect(tidyName('  Nguye\u0302\u0303n \n Thị   Mẫu ')).toBe('Nguyễn Thị Mẫu');
  });

  it.each([
    ['1956', 1956],
    ['', null],
    [' 1900 ', 1900],
    ['1899', undefined],
    ['2027', undefined],
    ['56', undefined],
    ['19a6', undefined],
  ])('take the year «%s» as %s', (typed, year) => {
    expect(readBirthYear(typed, 2026)).toBe(year);
  });
});
