import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../event';
import { foldRow, type Placed } from '../fold';
import { houseSet, type HouseSet } from './house-set';

const week = (monday: HouseSet['hours'][number]): HouseSet['hours'] => [monday, [], [], [], [], [], []];
const said = (payload: Partial<HouseSet>) =>
  v.safeParse(houseSet.schema, { hours: week([]), warnAfter: 120, ...payload }).success;
const span = (from: number, to: number) => ({ from, to });

describe('the hours of a house', () => {
  it.each([
    ['none', [], true],
    ['all day', [span(0, 1440)], true],
    ['morning and afternoon', [span(450, 690), span(810, 1020)], true],
    ['one that begins when the other ends', [span(450, 690), span(690, 1020)], true],
    ['backwards', [span(690, 450)], false],
    ['no time at all', [span(690, 690)], false],
    ['out of order', [span(810, 1020), span(450, 690)], false],
    ['overlapping', [span(450, 690), span(600, 1020)], false],
    ['beyond midnight', [span(450, 1441)], false],
    ['half a minute', [span(450, 690.5)], false],
    ['five times', [0, 1, 2, 3, 4].map((at) => span(at * 60, at * 60 + 30)), false],
  ])('may be %s: %s', (_what, monday, may) => expect(said({ hours: week(monday) })).toBe(may));

  it('are those of seven days', () => {
    expect(said({ hours: week([]).slice(1) })).toBe(false);
    expect(said({ hours: [...week([]), []] })).toBe(false);
  });
});

it.each([
  [119, false],
  [120, true],
  [300, true],
  [301, false],
])('a kiosk may wait for %d seconds: %s', (warnAfter, may) => expect(said({ warnAfter })).toBe(may));

it('what was said last holds, by the server’s number, whatever arrives first', () => {
  const event = (seq: number | null, warnAfter: number) =>
    ({
      kind: 'house.set',
      payload: { hours: week([]), warnAfter },
      seq,
      device: 'a',
      dseq: 1,
    }) as unknown as LedgerEvent & Placed;
  const ref = { table: 'settings', key: 'house', group: 'house' };
  expect(foldRow(ref, [event(7, 180), event(3, 300)])).toMatchObject({ warnAfter: 180 });
  expect(foldRow(ref, [event(null, 240), event(7, 180), event(3, 300)])).toMatchObject({ warnAfter: 240 });
});
