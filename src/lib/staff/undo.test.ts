import { expect, it } from 'vitest';
import { undoOf } from './undo';

const whom = { house: 'h', staff: 's' };

it.each([
  [{ ...whom, does: 'give', role: 'trainer' }],
  [{ ...whom, does: 'end', role: 'coordinator' }],
  [{ ...whom, does: 'close' }],
  [{ ...whom, does: 'reopen' }],
] as const)('%o is taken back by what it takes back', (change) => {
  const undo = undoOf(change);
  expect(undo).not.toEqual(change);
  expect(undo && undoOf(undo)).toEqual(change);
});

it('a password that was told cannot be taken back', () => {
  expect(undoOf({ ...whom, does: 'reset' })).toBeNull();
});
