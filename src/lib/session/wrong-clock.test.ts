import { expect, it } from 'vitest';
import { wrongClock } from './wrong-clock';

const minutes = 60_000;

it.each([
  [0, null],
  [9.9 * minutes, null],
  [-9.9 * minutes, null],
  [10 * minutes, { way: 'slow', n: 10, unit: 'minutes' }],
  [-12.4 * minutes, { way: 'fast', n: 12, unit: 'minutes' }],
  [7 * 60 * minutes, { way: 'slow', n: 7, unit: 'hours' }],
  [-24 * 60 * minutes, { way: 'fast', n: 24, unit: 'hours' }],
  [365 * 24 * 60 * minutes, { way: 'slow', n: 365, unit: 'days' }],
])('a clock that the server’s is %d ms ahead of is told as %o', (skew, told) => {
  expect(wrongClock(skew)).toEqual(told);
});
