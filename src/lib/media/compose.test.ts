import { expect, it } from 'vitest';
import { endOf, faultOf, tidy } from './compose';

it.each([
  ['Lớp nghỉ thứ Hai', null],
  ['  Lớp \n nghỉ ', null],
  ['Lớp nghỉ'.normalize('NFD'), null],
  ['   ', 'missing'],
  ['a'.repeat(60), null],
  ['a'.repeat(61), 'long'],
  ['Lớp\u202enghỉ', 'odd'],
])('«%s» as a title: %s', (typed, fault) => expect(faultOf('title', typed)).toBe(fault));

it('what was typed over lines is put up as one', () => {
  expect(tidy(' Mang thẻ \n theo '.normalize('NFD'))).toBe('Mang thẻ theo');
});

it('what is put up for a time ends then', () => {
  const now = new Date('2026-11-27T03:00:00.000Z');
  expect([endOf(now, 0), endOf(now, 4)]).toEqual([undefined, '2026-11-27T07:00:00.000Z']);
});
