import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from './event';
import { foldInto, foldRow, rowsOf, type Placed } from './fold';
import { kinds } from './kinds';
import type { AttendanceRow } from './kinds/attendance-row';
import type { ClassRow } from './kinds/class-row';
import type { ProgressRow } from './kinds/progress-row';

type Stored = LedgerEvent & Placed;

const hex = (n: number) => n.toString(16).padStart(32, '0');
const session = hex(900);
const person = hex(7);

function event(
  n: number,
  kind: string,
  payload: Record<string, unknown>,
  more: Partial<Stored> = {},
): Stored {
  return {
    id: hex(n),
    house: hex(1),
    household: '',
    person,
    author: '',
    kind,
    v: 1,
    payload,
    device: hex(50),
    dseq: n,
    occurred: new Date(Date.UTC(2026, 10, 23, 1, n)).toISOString(),
    seq: n,
    ...more,
  };
}

const row = <R>(table: string, events: Stored[]): R | undefined => {
  const ref = events.flatMap(rowsOf).find((one) => one.table === table);
  return ref && (foldRow(ref, events) as R | undefined);
};

describe('attendance', () => {
  const marked = (n: number, status: string, more = {}) =>
    event(n, 'attendance.marked', { session, status }, more);
  const corrected = (n: number, status: string) =>
    event(n, 'attendance.corrected', { session, status, reason: 'tap' });

  it('keeps the earliest mark where two devices marked the same person', () => {
    const events = [marked(2, 'late', { device: hex(51) }), marked(1, 'present')];
    expect(row<AttendanceRow>('attendance', events)).toMatchObject({ status: 'present', corrected: false });
  });

  it('follows the last correction, and keeps when the person was first marked', () => {
    const events = [marked(1, 'present'), corrected(2, 'late'), corrected(3, 'none')];
    expect(row<AttendanceRow>('attendance', events)).toMatchObject({
      status: 'none',
      corrected: true,
      at: events[0]?.occurred,
    });
  });

  it('puts what the server has not numbered after everything it has', () => {
    const events = [marked(9, 'late', { seq: null }), marked(1, 'present')];
    expect(row<AttendanceRow>('attendance', events)?.status).toBe('present');
  });

  it('makes no row for a mark that names nobody', () => {
    expect(rowsOf(marked(1, 'present', { person: '' }))).toEqual([]);
  });
});

describe('a class', () => {
  const about = { session, title: 'Lớp sáng', lessons: ['vneid-activate'] };

  it('that is opened keeps its plan, and is open until it is closed', () => {
    const events = [
      event(1, 'class.planned', { ...about, starts: '2026-11-23T01:30:00.000Z', minutes: 90 }),
      event(2, 'class.opened', about),
    ];
    expect(row<ClassRow>('classes', events)).toMatchObject({
      minutes: 90,
      opened: events[1]?.occurred,
      closed: null,
    });
    const over = event(3, 'class.closed', { session });
    expect(row<ClassRow>('classes', [...events, over])?.closed).toBe(over.occurred);
  });

  it('can be opened again, and keeps when it was first opened', () => {
    const events = [
      event(1, 'class.opened', about),
      event(2, 'class.closed', { session }),
      event(3, 'class.opened', about),
    ];
    expect(row<ClassRow>('classes', events)).toMatchObject({ opened: events[0]?.occurred, closed: null });
  });
});

describe('progress', () => {
  const lesson = 'vneid-activate';
  const attempt = hex(800);
  const tried = (n: number, right: boolean, slip?: string) =>
    event(n, 'lesson.attempt', {
      attempt,
      lesson,
      step: 'together',
      mode: 'coach',
      right,
      slip,
      helped: right ? 0 : 1,
    });

  it('counts wrong answers in a row until a right one, names the slips, and adds up help', () => {
    const events = [
      event(1, 'lesson.started', { attempt, lesson, version: 1 }),
      tried(2, false, 'otp.told-code'),
      tried(3, false, 'otp.told-code'),
    ];
    expect(row<ProgressRow>('progress', events)).toMatchObject({
      started: 1,
      wrongInARow: 2,
      helped: 2,
      slips: { 'otp.told-code': 2 },
    });
    expect(row<ProgressRow>('progress', [...events, tried(4, true)])).toMatchObject({
      wrongInARow: 0,
      right: true,
    });
  });

  it('counts a slip with the name of something that every object has', () => {
    const events = [
      tried(1, false, 'constructor'),
      tried(2, false, 'constructor'),
      tried(3, false, 'toString'),
    ];
    expect(row<ProgressRow>('progress', events)?.slips).toEqual({ constructor: 2, toString: 1 });
  });

  it('names the first fifty slips only, and goes on counting those', () => {
    const slips = Array.from({ length: 80 }, (_, at) => `slip-${at}`);
    const events = [...slips, 'slip-0', 'slip-79'].map((slip, at) => tried(at + 1, false, slip));
    const folded = row<ProgressRow>('progress', events);
    expect(folded?.slips).toEqual({
      ...Object.fromEntries(slips.slice(0, 50).map((slip) => [slip, 1])),
      'slip-0': 2,
    });
    expect(folded?.wrongInARow).toBe(82);
  });

  it('stays passed once passed', () => {
    const done = (n: number, passed: boolean) =>
      event(n, 'lesson.finished', { attempt, lesson, version: 1, passed, slips: 1, allowed: 1, seconds: 60 });
    expect(row<ProgressRow>('progress', [done(1, true), done(2, false)])).toMatchObject({
      finished: 2,
      passed: true,
    });
  });

  it('of a guest is counted for nobody', () => {
    expect(rowsOf(event(1, 'lesson.started', { attempt, lesson, version: 1 }, { person: '' }))).toEqual([]);
  });
});

/** Any history of one class, one person and one lesson, numbered by the house. */
const history = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('class.opened'),
        payload: fc.constant({ session, title: 'A', lessons: [] }),
      }),
      fc.record({ kind: fc.constant('class.closed'), payload: fc.constant({ session }) }),
      fc.record({
        kind: fc.constant('attendance.marked'),
        payload: fc.record({
          session: fc.constant(session),
          status: fc.constantFrom('present', 'late', 'left'),
        }),
      }),
      fc.record({
        kind: fc.constant('attendance.corrected'),
        payload: fc.record({
          session: fc.constant(session),
          status: fc.constantFrom('present', 'none', 'excused'),
          reason: fc.constant('tap'),
        }),
      }),
      fc.record({
        kind: fc.constant('lesson.attempt'),
        payload: fc.record({
          attempt: fc.constant(hex(800)),
          lesson: fc.constant('vneid-activate'),
          step: fc.constantFrom('whose-otp', 'together'),
          mode: fc.constantFrom('choose', 'coach'),
          right: fc.boolean(),
          helped: fc.nat(3),
        }),
      }),
      fc.record({
        kind: fc.constant('lesson.finished'),
        payload: fc.record({
          attempt: fc.constant(hex(800)),
          lesson: fc.constant('vneid-activate'),
          version: fc.constant(1),
          passed: fc.boolean(),
          slips: fc.nat(3),
          allowed: fc.constant(1),
          seconds: fc.nat(900),
        }),
      }),
      fc.record({
        kind: fc.constant('lesson.rated'),
        payload: fc.record({
          attempt: fc.constant(hex(800)),
          lesson: fc.constant('vneid-activate'),
          moment: fc.constantFrom('before', 'after'),
          face: fc.integer({ min: 1, max: 5 }),
        }),
      }),
      fc.record({
        kind: fc.constant('milestone.reached'),
        payload: fc.record({
          attempt: fc.constant(hex(800)),
          lesson: fc.constant('vneid-activate'),
          step: fc.constant('mine'),
          milestone: fc.constantFrom('vneid-level-2', 'first-qr'),
        }),
      }),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((drafts) => drafts.map(({ kind, payload }, at) => event(at + 1, kind, payload)));

describe('every fold', () => {
  it('comes to the same row in whatever order the events arrive, in the browser and on the server', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, arrived]) => {
          for (const ref of events.flatMap(rowsOf)) {
            // The server folds one by one as it numbers them; a device folds whatever it has.
            const onServer = events.reduce<ReturnType<typeof foldInto>>(
              (kept, one) => foldInto(ref, kept, one),
              undefined,
            );
            expect(foldRow(ref, arrived)).toEqual(onServer);
          }
        },
      ),
    );
  });

  it('belongs to a kind with a schema of its version, and says who may write and read', () => {
    for (const kind of kinds) {
      expect(kind.may.write.length, kind.name).toBeGreaterThan(0);
      expect(kind.may.read.length, kind.name).toBeGreaterThan(0);
      expect(Object.keys(kind.upcast), kind.name).toEqual(
        Array.from({ length: kind.v - 1 }, (_, at) => String(at + 1)),
      );
    }
  });
});
