import { describe, expect, it } from 'vitest';
import { leastRoom, selfCheck, type Found } from './self-check';

const fine: Found = {
  secure: true,
  worker: true,
  kept: true,
  room: leastRoom,
  disk: true,
  clips: { here: 900, all: 900 },
  lit: true,
  cameras: 1,
  touches: 10,
  whole: true,
  skew: -20_000,
  silent: 60_000,
};
const outcomeOf = (id: string, found: Partial<Found>) =>
  selfCheck({ ...fine, ...found }).find((line) => line.id === id)?.outcome;

it('a kiosk that has everything is told so, line by line', () => {
  expect(new Set(selfCheck(fine).map(({ outcome }) => outcome))).toEqual(new Set(['good']));
  expect(selfCheck(fine)).toHaveLength(12);
});

describe('what is wanting is told', () => {
  it.each<[string, Partial<Found>, string]>([
    ['secure', { secure: false }, 'bad'],
    ['worker', { worker: false }, 'bad'],
    ['worker', { worker: null }, 'unknown'],
    ['kept', { kept: false }, 'bad'],
    ['room', { room: leastRoom - 1 }, 'bad'],
    ['disk', { disk: false }, 'bad'],
    ['clips', { clips: { here: 899, all: 900 } }, 'bad'],
    ['clips', { clips: null }, 'unknown'],
    ['lit', { lit: false }, 'bad'],
    ['whole', { whole: false }, 'bad'],
    ['clock', { skew: 600_000 }, 'bad'],
    ['clock', { skew: -86_400_000 }, 'bad'],
    ['clock', { skew: null }, 'unknown'],
    ['camera', { cameras: 0 }, 'note'],
    ['touch', { touches: 0 }, 'note'],
    ['line', { silent: 3_600_000 }, 'note'],
  ])('%s: %j is %s', (id, found, outcome) => {
    expect(outcomeOf(id, found)).toBe(outcome);
  });
});

it('what must be mended comes first', () => {
  const told = selfCheck({ ...fine, cameras: 0, kept: false, skew: null }).map(({ outcome }) => outcome);
  expect(told.slice(0, 4)).toEqual(['bad', 'note', 'unknown', 'good']);
});
