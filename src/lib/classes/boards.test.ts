import { describe, expect, it } from 'vitest';
import type { AttendanceRow, AttendanceStatus } from '$lib/ledger/kinds/attendance-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import { noProgress } from '$lib/ledger/kinds/progress-row';
import { classBoard, houseBoard } from './boards';

const at = '2026-11-27T01:30:00.000Z';
const about = (session: string, more: Partial<ClassRow> = {}): ClassRow => ({
  ...{ session, title: 'Lớp', lessons: ['bank-qr'], starts: at, minutes: 90, opened: at, closed: null },
  ...more,
});
const marked = (person: string, status: AttendanceStatus): AttendanceRow => ({
  ...{ session: 's', person, status, at, device: 'd', author: 'a', corrected: false },
});
const person = (name: string, number: number) => ({ person: name, name, birthYear: null, number });

describe('the board of a class', () => {
  const parts = {
    class: about('s'),
    attendance: [marked('a', 'present'), marked('b', 'late'), marked('c', 'none')],
    people: [person('a', 1), person('b', 2), person('c', 3)],
    claims: [],
  };

  it('names whoever is marked, those who are stuck first, and nobody who was marked by mistake', () => {
    const progress = [
      { ...noProgress('b', 'bank-qr', at), wrongInARow: 3 },
      { ...noProgress('c', 'bank-qr', at), wrongInARow: 3 },
    ];
    const board = classBoard({ ...parts, progress });
    expect(board.roll.map((entry) => entry.person.person)).toEqual(['b', 'a']);
    expect(board.stuck).toEqual(['b']);
    expect(board.counts).toEqual({ present: 1, late: 1, excused: 0, left: 0, none: 1 });
  });

  it('looks at the lessons of the class alone, and at all where it names none', () => {
    const progress = [{ ...noProgress('a', 'scam-call', at), wrongInARow: 3 }];
    expect(classBoard({ ...parts, progress }).stuck).toEqual([]);
    expect(classBoard({ ...parts, class: about('s', { lessons: [] }), progress }).stuck).toEqual(['a']);
  });
});

describe('the board of a house', () => {
  it('puts the latest class first, with its own figures, and noughts where there are none', () => {
    const later = '2026-11-28T01:30:00.000Z';
    const board = houseBoard(
      [about('early', { closed: at }), about('late', { starts: later })],
      [
        { name: 'attendance', key: 'early|present', n: 7 },
        { name: 'people', key: '', n: 40 },
        { name: 'finished', key: 'bank-qr', n: 9 },
        { name: 'finished', key: 'scam-call', n: 0 },
        { name: 'passed', key: 'bank-qr', n: 4 },
      ],
      12,
    );
    expect(board.classes.map(({ session, open, counts }) => [session, open, counts.present])).toEqual([
      ['late', true, 0],
      ['early', false, 7],
    ]);
    expect([board.people, board.active]).toEqual([40, 12]);
    expect(board.lessons).toEqual([{ lesson: 'bank-qr', finished: 9, passed: 4 }]);
  });

  it('of a house that has just begun is empty', () => {
    expect(houseBoard([], [], 0)).toEqual({ classes: [], people: 0, active: 0, lessons: [] });
  });
});
