import { describe, expect, it } from 'vitest';
import type { AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import { noProgress, type ProgressRow } from '$lib/ledger/kinds/progress-row';
import { learningOf, roll, tally } from './roll';

const at = '2026-11-23T01:30:00.000Z';
const progress = (change: Partial<ProgressRow>): ProgressRow => ({
  ...noProgress('p1', 'vneid-activate', at),
  ...change,
});
const person = (id: string) => ({ person: id, name: `Người ${id}`, birthYear: null, number: 1 });
const mark = (id: string, change: Partial<AttendanceRow> = {}): AttendanceRow => ({
  session: 's',
  person: id,
  status: 'present',
  at,
  device: 'd',
  author: 'staff',
  corrected: false,
  ...change,
});

describe('how a lesson is going', () => {
  it.each<[string, ProgressRow | undefined, string]>([
    ['not begun', undefined, 'none'],
    ['begun', progress({ started: 1 }), 'going'],
    ['two wrong answers in a row', progress({ started: 1, wrongInARow: 2 }), 'going'],
    ['three wrong answers in a row', progress({ started: 1, wrongInARow: 3 }), 'stuck'],
    ['finished without passing', progress({ started: 1, finished: 1 }), 'finished'],
    ['begun again after finishing', progress({ started: 2, finished: 1 }), 'going'],
    ['passed', progress({ started: 1, finished: 1, passed: true }), 'passed'],
    [
      'passed before, stuck now',
      progress({ started: 2, finished: 1, passed: true, wrongInARow: 4 }),
      'stuck',
    ],
  ])('%s', (_name, row, learning) => {
    expect(learningOf(row)).toBe(learning);
  });
});

describe('the roll of a class', () => {
  it('shows everybody, marked or not, and who came in at the kiosk', () => {
    const entries = roll(
      [person('p1'), person('p2'), person('p3')],
      [mark('p1', { author: '' }), mark('p3', { status: 'none', corrected: true })],
      [
        progress({ started: 1, wrongInARow: 5 }),
        { ...progress({ started: 1, passed: true }), lesson: 'other' },
      ],
    );
    expect(entries.map(({ status, byKiosk, learning }) => [status, byKiosk, learning])).toEqual([
      ['present', true, 'stuck'],
      ['none', false, 'none'],
      ['none', false, 'none'],
    ]);
    expect(entries[2]?.at).toBeNull();
    expect(tally(entries, [])).toEqual({ here: 1, all: 3, stuck: 1, nameless: 0 });
  });

  it('counts late people as here, and those who left or were excused as not', () => {
    const entries = roll(
      [person('p1'), person('p2'), person('p3')],
      [mark('p1', { status: 'late' }), mark('p2', { status: 'left' }), mark('p3', { status: 'excused' })],
      [],
    );
    expect(tally(entries, []).here).toBe(1);
  });

  it('counts whoever was erased without a name', () => {
    const marks = [mark('p1'), mark('gone'), mark('gone too', { status: 'none' })];
    const entries = roll([person('p1'), person('p2')], marks, []);
    expect(tally(entries, marks)).toEqual({ here: 2, all: 3, stuck: 0, nameless: 1 });
  });
});
