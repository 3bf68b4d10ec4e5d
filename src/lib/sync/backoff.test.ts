import { describe, expect, it } from 'vitest';
import { backoff } from './backoff';

describe('waiting after failures', () => {
  it.each([
    [1, 0.999, 0, 999],
    [2, 0.5, 0, 1000],
    [9, 1, 0, 256_000],
    [10, 1, 0, 300_000],
    [500, 1, 0, 300_000],
    [1, 0, 0, 250],
    [1, 0, 12, 12_000],
  ])('%i failures, chance %f, asked to wait %i s: %i ms', (failures, random, retryAfter, ms) => {
    expect(backoff(failures, random, retryAfter)).toBe(ms);
  });
});
