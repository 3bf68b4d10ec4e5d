import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standing, type ClockSaid } from './clock-said';

const [minute, day, year] = [60_000, 86_400_000, 365 * 86_400_000];
const now = Date.parse('2026-11-27T08:00:00.000Z');
const iso = (moment: number) => new Date(moment).toISOString();

type Case = [what: string, told: number, said: ClockSaid, skew: number, stands: [number, string] | null];
const cases: Case[] = [
  ['a right clock is believed', now - day, {}, 0, null],
  ['and one that is nine minutes slow', now - day, {}, 9 * minute, null],
  ['a clock that is slow as it sends was slow before', now - day - year, {}, year, [now - day, 'corrected']],
  ['and a fast one fast', now + year - day, {}, -year, [now - day, 'corrected']],
  ['its device knows better', now - day, { off: 0 }, year, null],
  ['and by how much', now - day - year, { off: year }, 0, [now - day, 'corrected']],
  ['a small difference is none', now - day, { off: 9 * minute }, year, null],
  ['who cannot vouch is taken when it comes', now - day, { clock: 'doubtful' }, 0, [now, 'doubtful']],
  ['or at the likeliest', now - year, { off: year - day, clock: 'doubtful' }, 0, [now - day, 'doubtful']],
  ['nothing happens tomorrow', now + day, {}, 0, [now, 'doubtful']],
  ['by no correction', now - day, { off: 2 * day }, 0, [now, 'doubtful']],
  ['nor before computers', 0, { off: -day }, 0, [now, 'doubtful']],
  ['five minutes from now is now', now - day, { off: day + 5 * minute }, 0, [now, 'corrected']],
];

it.each(cases)('%s', (_what, told, said, skew, stands) => {
  expect(standing(iso(told), said, { now, skew })).toEqual(
    stands && { happened: iso(stands[0]), clock: stands[1] },
  );
});

it('whatever is said, nothing happens after it came, and always at a moment', () => {
  const ms = fc.integer({ min: -100 * year, max: 100 * year });
  fc.assert(
    fc.property(ms, fc.option(ms, { nil: undefined }), fc.boolean(), ms, (told, off, doubtful, skew) => {
      const occurred = iso(now + told);
      const stands = standing(occurred, { off, clock: doubtful ? 'doubtful' : undefined }, { now, skew });
      const happened = stands?.happened ?? occurred;
      expect(iso(Date.parse(happened))).toBe(happened);
      expect(Date.parse(happened)).toBeLessThan(now + (stands ? 1 : 10 * minute));
      if (doubtful) expect(stands?.clock).toBe('doubtful');
    }),
  );
});
