import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from './kind';
import { tallied, tallies } from './tallies';

/** Rows as the attendance of one person or their progress may be, one after the other. */
const row = fc.record<Row>({
  session: fc.constantFrom('a', 'b'),
  status: fc.constantFrom('present', 'late', 'none'),
  lesson: fc.constant('bank-qr'),
  finished: fc.nat(3),
  passed: fc.boolean(),
});
const table = fc.constantFrom(...tallies.map((tally) => tally.table));

function sums(changes: { name: string; key: string; n: number }[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { name, key, n } of changes) found[`${name} ${key}`] = (found[`${name} ${key}`] ?? 0) + n;
  return Object.fromEntries(Object.entries(found).filter(([, n]) => n !== 0));
}

describe('a figure', () => {
  it('comes to the same by every step of a row as by its last', () => {
    fc.assert(
      fc.property(table, fc.array(row, { minLength: 1 }), (of, steps) => {
        const changes = steps.flatMap((after, at) => tallied(of, steps[at - 1], after));
        expect(sums(changes)).toEqual(sums(tallied(of, undefined, steps.at(-1))));
      }),
    );
  });

  it('moves with a correction, and stays where nothing that it counts has changed', () => {
    const before = { session: 's', status: 'present', at: '1' };
    expect(tallied('attendance', before, { ...before, at: '2' })).toEqual([]);
    expect(tallied('attendance', before, { ...before, status: 'late' })).toEqual([
      { name: 'attendance', key: 's|present', n: -1 },
      { name: 'attendance', key: 's|late', n: 1 },
    ]);
  });

  it('falls when a row goes away', () => {
    expect(tallied('people', { person: 'x' }, undefined)).toEqual([{ name: 'people', key: '', n: -1 }]);
  });
});
