import { expect, it } from 'vitest';
import type { LinkDay } from '$lib/sync/fleet';
import { heightOf, lastDays, missedOf } from './link-days';

const figures = { beats: 60, failures: 0, p50: 80, p95: 300, speed: null };

it('four weeks end with today at the house, with gaps where nothing was measured', () => {
  const days: LinkDay[] = [{ day: '2026-11-23', ...figures }];
  const found = lastDays(days, Date.parse('2026-11-23T00:30+07:00'));
  expect(found).toHaveLength(28);
  expect(found[0]).toEqual({ day: '2026-10-27', figures: null });
  expect(found.at(-1)).toEqual({ day: '2026-11-23', figures: days[0] });
});

it('a wait is as high as it is felt', () => {
  expect([0, 1_000, 4_000, 60_000].map(heightOf)).toEqual([0, 0.5, 1, 1]);
});

it('what was missed is told of a hundred tries', () => {
  expect(missedOf({ beats: 0, failures: 0 })).toBe(0);
  expect(missedOf({ beats: 45, failures: 15 })).toBe(25);
});
