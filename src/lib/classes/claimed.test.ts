import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noProgress, type ProgressRow } from '$lib/ledger/kinds/progress-row';
import { confidenceTogether, milestonesTogether, progressTogether, withClaimed } from './claimed';

const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();
const lesson = 'vneid-activate';
const progress = (person: string, at: number, change: Partial<ProgressRow> = {}): ProgressRow => ({
  ...noProgress(person, lesson, day(at)),
  ...change,
});
const claim = { guest: 'guest', person: 'lan', at: day(9) };

describe('what a guest did', () => {
  it('is nobody’s before a card claims it', () => {
    const rows = [progress('guest', 1, { passed: true }), progress('lan', 2)];
    expect(withClaimed(rows, [], progressTogether)).toEqual(rows);
  });

  it('is nobody’s again once the claim is taken back', () => {
    const rows = [progress('guest', 1), progress('lan', 2)];
    expect(withClaimed(rows, [{ guest: 'guest', person: '', at: '' }], progressTogether)).toEqual(rows);
  });

  it('adds to what its claimer did, and the last attempt says how it is going', () => {
    const rows = [
      progress('lan', 1, {
        started: 1,
        helped: 2,
        slips: { otp: 1 },
        wrongInARow: 3,
        right: false,
        step: 'a',
      }),
      progress('guest', 2, { started: 1, finished: 1, passed: true, slips: { otp: 1, link: 2 }, step: 'b' }),
    ];
    expect(withClaimed(rows, [claim], progressTogether)).toEqual([
      progress('lan', 2, {
        started: 2,
        finished: 1,
        passed: true,
        helped: 2,
        slips: { otp: 2, link: 2 },
        step: 'b',
      }),
    ]);
  });

  it('is the claimer’s own where they had done nothing of it', () => {
    expect(withClaimed([progress('guest', 1)], [claim], progressTogether)).toEqual([progress('lan', 1)]);
  });

  it('leaves other people’s rows and other lessons apart', () => {
    const rows = [progress('hoa', 1), progress('guest', 2), progress('lan', 3, { lesson: 'bank-qr' })];
    expect(withClaimed(rows, [claim], progressTogether)).toHaveLength(3);
  });

  it('keeps the first time of a milestone, and how sure somebody felt at first and at last', () => {
    const reached = { milestone: 'vneid-level-2', lesson, step: 'mine', times: 1 };
    expect(
      withClaimed(
        [
          { ...reached, person: 'lan', first: day(5) },
          { ...reached, person: 'guest', first: day(2) },
        ],
        [claim],
        milestonesTogether,
      ),
    ).toEqual([{ ...reached, person: 'lan', first: day(2), times: 2 }]);
    expect(
      withClaimed(
        [
          { person: 'lan', lesson, before: 2, after: null, last: day(1) },
          { person: 'guest', lesson, before: 4, after: 5, last: day(2) },
        ],
        [claim],
        confidenceTogether,
      ),
    ).toEqual([{ person: 'lan', lesson, before: 2, after: 5, last: day(2) }]);
  });

  it('comes to the same whatever the order of rows and claims, and loses no attempt', () => {
    const guests = ['g1', 'g2', 'g3'];
    const rowsOfAll = fc
      .uniqueArray(fc.constantFrom('lan', 'hoa', ...guests), { minLength: 1 })
      .chain((people) =>
        fc.tuple(
          ...people.map((person) =>
            fc
              .record({ started: fc.nat(5), finished: fc.nat(5), at: fc.integer({ min: 1, max: 28 }) })
              .map(({ started, finished, at }) => progress(person, at, { started, finished, step: person })),
          ),
        ),
      );
    const claims = fc
      .subarray(guests)
      .chain((some) =>
        fc.tuple(
          ...some.map((guest) =>
            fc.constantFrom('lan', 'hoa').map((person) => ({ guest, person, at: day(1) })),
          ),
        ),
      );
    const sorted = (rows: ProgressRow[]) => rows.toSorted((a, b) => (a.person < b.person ? -1 : 1));
    fc.assert(
      fc.property(rowsOfAll, claims, (rows, said) => {
        const one = sorted(withClaimed(rows, said, progressTogether));
        const other = sorted(withClaimed(rows.toReversed(), said.toReversed(), progressTogether));
        expect(other).toEqual(one);
        const started = (all: readonly ProgressRow[]) => all.reduce((sum, { started: n }) => sum + n, 0);
        expect(started(one)).toBe(started(rows));
      }),
    );
  });
});
