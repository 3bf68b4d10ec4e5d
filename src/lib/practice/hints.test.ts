import { describe, expect, test } from 'vitest';
import { climb, nextHintAt, noHints, showsSolution, type HintCause } from './hints';

/** What is shown after each of these happened, at these seconds after the screen opened. */
const cases: [what: string, happened: [HintCause, number][], shown: number[]][] = [
  ['one wrong answer brings nothing yet', [['wrong', 5]], [0]],
  [
    'the second wrong answer brings the first hint',
    [
      ['wrong', 5],
      ['wrong', 9],
    ],
    [0, 1],
  ],
  [
    'a minute without progress brings the first hint',
    [
      ['time', 59.9],
      ['time', 60],
    ],
    [0, 1],
  ],
  ['help brings it at once', [['help', 1]], [1]],
  [
    'after the first, half a minute brings the next',
    [
      ['help', 1],
      ['time', 30.9],
      ['time', 31],
    ],
    [1, 1, 2],
  ],
  [
    'after the first, every wrong answer brings the next',
    [
      ['help', 1],
      ['wrong', 2],
      ['wrong', 3],
    ],
    [1, 2, 3],
  ],
  [
    'the solution is last, and stays',
    [
      ['help', 1],
      ['help', 2],
      ['help', 3],
      ['help', 4],
      ['wrong', 5],
    ],
    [1, 2, 3, 3, 3],
  ],
  [
    'something right makes the wait begin again',
    [
      ['right', 50],
      ['time', 61],
      ['time', 110],
    ],
    [0, 0, 1],
  ],
  [
    'something right makes wrong answers count anew',
    [
      ['wrong', 1],
      ['right', 2],
      ['wrong', 3],
      ['wrong', 4],
    ],
    [0, 0, 0, 1],
  ],
  [
    'something right takes no hint away',
    [
      ['help', 1],
      ['right', 2],
    ],
    [1, 1],
  ],
  ['a long absence brings one hint, not all', [['time', 3600]], [1]],
];

describe('hints', () => {
  test.each(cases)('%s', (_, happened, shown) => {
    let ladder = noHints(0);
    const found = happened.map(([cause, second]) => {
      ladder = climb(ladder, cause, second * 1000);
      return ladder.shown;
    });
    expect(found).toEqual(shown);
  });

  test('the next one is known beforehand, so that one timer will do', () => {
    const first = climb(noHints(1000), 'time', 2000);
    expect(nextHintAt(first)).toBe(61_000);
    const second = climb(first, 'help', 5000);
    expect(nextHintAt(second)).toBe(35_000);
    const last = climb(climb(second, 'help', 6000), 'help', 7000);
    expect([nextHintAt(last), showsSolution(last)]).toEqual([null, true]);
  });
});
