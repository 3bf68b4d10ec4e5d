import { expect, it } from 'vitest';
import type { Fault } from '$lib/sync/beat';
import { faultCodes, mostFaults } from '$lib/sync/beat-lists';
import { living, withFault } from './faults';

const now = 1_795_000_000_000;

it('a fault expires by itself', () => {
  const faults = withFault([], 'disk', now);
  expect(living(faults, now + 9 * 60_000)).toEqual(faults);
  expect(living(faults, now + 10 * 60_000)).toEqual([]);
});

it('a fault that is seen again stands once, first, and for longer', () => {
  const once = withFault(withFault([], 'disk', now), 'script', now + 1);
  const again = withFault(once, 'disk', now + 60_000);
  expect(again.map(({ code }) => code)).toEqual(['disk', 'script']);
  expect(again[0]?.until).toBe(now + 11 * 60_000);
});

it('five are kept at most, the latest', () => {
  const all = faultCodes.reduce<Fault[]>((faults, code, at) => withFault(faults, code, now + at), []);
  expect(all.map(({ code }) => code)).toEqual([...faultCodes].reverse().slice(0, mostFaults));
});

it('a clock that was set back by a year does not keep a fault for a year', () => {
  const faults = withFault([], 'dark', now);
  expect(living(faults, now - 365 * 86_400_000)).toEqual([]);
});
