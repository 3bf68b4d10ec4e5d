import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentile, together, withValues } from './spread';

it('says where the middle and the slow end of what was measured lie, within 10 %', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 + at * 10);
  const spread = withValues({}, values);
  expect(Math.abs((percentile(spread, 0.5) ?? 0) / 590 - 1)).toBeLessThan(0.1);
  expect(Math.abs((percentile(spread, 0.95) ?? 0) / 1040 - 1)).toBeLessThan(0.1);
});

it('says nothing where nothing was measured', () => {
  expect(percentile({}, 0.5)).toBeNull();
});

it('is the same put together hour by hour as at once, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 10_000_000 }))), (hours) => {
      const parts = hours.map((values) => withValues({}, values));
      expect(together([...parts].reverse())).toEqual(withValues({}, hours.flat()));
    }),
  );
});
