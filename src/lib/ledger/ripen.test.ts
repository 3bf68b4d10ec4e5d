import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ripeAfter, ripen, type Ripening, type Told } from './ripen';

const day = 24 * 3_600_000;
const began = Date.UTC(2026, 10, 27);
/** What is told so many days later, by a server and on a device whose clocks may go wrong by so many days. */
const told = (days: number, safe: number, wrong: { server?: number; here?: number } = {}): Told => ({
  safe,
  server: began + (days + (wrong.server ?? 0)) * day,
  here: began + (days + (wrong.here ?? 0)) * day,
});
const after = (...all: Told[]) => all.reduce<Ripening | undefined>(ripen, undefined)?.ripe;

describe('what a backup holds may be let go', () => {
  it.each<[why: string, all: Told[], ripe: number]>([
    ['not when it is told for the first time', [told(0, 50)], 0],
    ['not after 29 days', [told(0, 50), told(29, 90)], 0],
    ['after 30 days, as far as was told then', [told(0, 50), told(15, 70), told(30, 90)], 50],
    ['what was told since waits 30 days too', [told(0, 50), told(30, 90), told(59, 120)], 50],
    ['and then goes', [told(0, 50), told(30, 90), told(60, 120)], 90],
    ['not because the device has a clock that is years ahead', [told(0, 50), told(1, 50, { here: 999 })], 0],
    ['not because the server has one', [told(0, 50), told(1, 50, { server: 999 })], 0],
    [
      'not sooner where the clock was put right again',
      [told(0, 50, { here: 999 }), told(1, 50), told(30, 50)],
      0,
    ],
    ['but 30 days after that', [told(0, 50, { here: 999 }), told(1, 50), told(31, 50)], 50],
    [
      'never before 1970 or what else a dead battery tells',
      [told(0, 50), told(40, 50, { here: -20_000 })],
      0,
    ],
    ['no further than what backups still hold', [told(0, 50), told(30, 90), told(31, 20)], 20],
    ['not where no backup was ever made', [told(0, 0), told(40, 0), told(80, 0)], 0],
  ])('%s', (_why, all, ripe) => expect(after(...all)).toBe(ripe));

  it('never sooner than 30 days after the device was told so, whatever either clock does', () => {
    const clock = fc.integer({ min: -4000, max: 4000 });
    const history = fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), more: fc.nat(50) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(history, clock, fc.constantFrom('server', 'here'), (steps, wrong, whose) => {
        let [now, safe] = [0, 0];
        let known: Ripening | undefined;
        const heard: { now: number; safe: number }[] = [];
        for (const [n, { days, more }] of steps.entries()) {
          now += days;
          safe += more;
          heard.push({ now, safe });
          // One of the clocks jumps to and fro.
          known = ripen(known, told(now, safe, { [whose]: n % 2 ? wrong : 0 }));
          const old = heard.filter((one) => one.now <= now - ripeAfter / day);
          expect(known.ripe).toBeLessThanOrEqual(Math.max(0, ...old.map((one) => one.safe)));
        }
      }),
    );
  });
});
