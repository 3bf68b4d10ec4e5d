import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../event';
import { foldRow, rowsOf, type Placed } from '../fold';
import { kindByName } from '../kinds';
import type { ConfidenceRow } from './lesson-rated';
import type { MilestoneRow } from './milestone-reached';

type Stored = LedgerEvent & Placed;

const hex = (n: number) => n.toString(16).padStart(32, '0');
const person = hex(7);
const about = { attempt: hex(800), lesson: 'vneid-activate' };

/** The nth event of a house, an hour after the one before. */
function event(n: number, kind: string, payload: object, by = person): Stored {
  return {
    id: hex(n),
    house: hex(1),
    household: '',
    person: by,
    author: '',
    kind,
    v: 1,
    payload: { ...about, ...payload },
    device: hex(50),
    dseq: n,
    occurred: new Date(Date.UTC(2026, 10, 23, n)).toISOString(),
    seq: n,
  };
}
const row = <R>(events: Stored[]): R | undefined => {
  const [ref] = events.flatMap(rowsOf);
  return ref && (foldRow(ref, events) as R | undefined);
};

describe('a milestone', () => {
  const reached = (n: number, by = person) =>
    event(n, 'milestone.reached', { step: 'mine', milestone: 'vneid-level-2' }, by);

  it('is reached at the first time, and counted from then on', () => {
    const events = [reached(2), reached(1), reached(3)];
    expect(row<MilestoneRow>(events)).toEqual({
      person,
      milestone: 'vneid-level-2',
      lesson: 'vneid-activate',
      step: 'mine',
      first: '2026-11-23T01:00:00.000Z',
      times: 3,
    });
  });

  it('is one row for each, in the list of the person', () => {
    const other = event(4, 'milestone.reached', { step: 'mine', milestone: 'first-qr' });
    const refs = [...rowsOf(reached(1)), ...rowsOf(other)];
    expect(new Set(refs.map(({ key }) => key)).size).toBe(2);
    expect(new Set(refs.map(({ group }) => group))).toEqual(new Set([person]));
  });

  it('of a guest is nobody’s', () => {
    expect(rowsOf(reached(1, ''))).toEqual([]);
  });
});

describe('how sure somebody feels', () => {
  const rated = (n: number, moment: string, face: number, by = person) =>
    event(n, 'lesson.rated', { moment, face }, by);

  it.each<[string, Stored[], Partial<ConfidenceRow>]>([
    ['before only', [rated(1, 'before', 2)], { before: 2, after: null }],
    ['after only, where the first was skipped', [rated(1, 'after', 4)], { before: null, after: 4 }],
    ['both', [rated(1, 'before', 2), rated(2, 'after', 4)], { before: 2, after: 4 }],
    [
      'the first time before and the last time after, for whoever comes back',
      [rated(1, 'before', 1), rated(2, 'after', 3), rated(3, 'before', 3), rated(4, 'after', 5)],
      { before: 1, after: 5 },
    ],
    [
      'in the order of the house, whatever arrives first',
      [rated(4, 'after', 5), rated(3, 'before', 3), rated(1, 'before', 1)],
      { before: 1, after: 5, last: '2026-11-23T04:00:00.000Z' },
    ],
  ])('is kept: %s', (_, events, kept) => {
    expect(row<ConfidenceRow>(events)).toMatchObject({ person, lesson: 'vneid-activate', ...kept });
  });

  it('of a guest is nobody’s', () => {
    expect(rowsOf(rated(1, 'before', 2, ''))).toEqual([]);
  });
});

describe('what may be written', () => {
  const takes = (kind: string, payload: object) => {
    const schema = kindByName.get(kind)?.schema;
    return schema !== undefined && v.safeParse(schema, { ...about, ...payload }).success;
  };

  it.each<[string, string, object, boolean]>([
    ['a face of the five', 'lesson.rated', { moment: 'before', face: 5 }, true],
    ['no sixth face', 'lesson.rated', { moment: 'before', face: 6 }, false],
    ['no half of one', 'lesson.rated', { moment: 'after', face: 2.5 }, false],
    ['no moment but these two', 'lesson.rated', { moment: 'during', face: 2 }, false],
    ['no words of the person', 'lesson.rated', { moment: 'after', face: 2, note: 'x' }, false],
    ['a milestone by its name', 'milestone.reached', { step: 'mine', milestone: 'vneid-level-2' }, true],
    ['no name that is a sentence', 'milestone.reached', { step: 'mine', milestone: 'Số của tôi' }, false],
    [
      'nothing of the phone it was done on',
      'milestone.reached',
      { step: 'mine', milestone: 'vneid-level-2', phone: '0100000123' },
      false,
    ],
  ])('%s', (_, kind, payload, taken) => {
    expect(takes(kind, payload)).toBe(taken);
  });
});
