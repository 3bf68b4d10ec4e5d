import { describe, expect, it } from 'vitest';
import { createGuard, doubleTapMs } from './guard';

describe('a trembling hand', () => {
  const taps: [string, number[], boolean[]][] = [
    ['taps once', [0], [true]],
    ['taps twice by mistake: once', [0, 180], [true, false]],
    ['taps again on purpose: twice', [0, doubleTapMs], [true, true]],
    ['drums: the first tap only, until it pauses', [0, 300, 599, 700], [true, false, false, true]],
  ];
  it.each(taps)('%s', (_, times, expected) => {
    let now = 0;
    const isNewTap = createGuard(doubleTapMs, () => now);
    expect(
      times.map((time) => {
        now = time;
        return isNewTap();
      }),
    ).toEqual(expected);
  });
});
