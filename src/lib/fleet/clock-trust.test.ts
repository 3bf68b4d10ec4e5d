import { expect, it } from 'vitest';
import { clockTrusted } from './clock-trust';

const now = 1_795_000_000_000;
const [minute, day] = [60_000, 86_400_000];

it.each([
  ['that the server never spoke of', null, null, null],
  ['that is right', 40, now - minute, true],
  ['that is an hour off, and known to be', 60 * minute, now - minute, true],
  ['that is a day off', -day, now - minute, false],
  ['that a battery lost: years before the server last spoke', 40, now + 2_000 * day, false],
  ['that was set right by some minutes', 40, now + 9 * minute, true],
])('a clock %s', (_what, skew, told, trusted) => expect(clockTrusted(now, skew, told)).toBe(trusted));
