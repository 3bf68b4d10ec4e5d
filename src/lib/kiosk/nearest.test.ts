import { expect, it } from 'vitest';
import { distance, meant } from './nearest';

const box = { left: 100, top: 100, right: 200, bottom: 150 };
const other = { left: 100, top: 160, right: 200, bottom: 210 };
const controls = [
  { of: 'upper', box },
  { of: 'lower', box: other },
];

it.each([
  ['inside', 150, 120, 0],
  ['left of it', 97, 120, 3],
  ['beyond a corner', 203, 154, 5],
])('a point %s is %i|%i: %i away', (_, x, y, far) => {
  expect(distance(x, y, box)).toBe(far);
});

it.each([
  ['just above the upper one', 150, 96, 'upper'],
  ['just below the lower one', 150, 214, 'lower'],
  ['in the middle between both', 150, 155, null],
  ['too far from both', 150, 60, null],
  ['beside the upper one', 92, 120, 'upper'],
])('a finger %s', (_, x, y, wanted) => {
  expect(meant(x, y, controls, 10)).toBe(wanted);
});

it('where there is nothing, nothing is meant', () => {
  expect(meant(0, 0, [], 10)).toBeNull();
});
