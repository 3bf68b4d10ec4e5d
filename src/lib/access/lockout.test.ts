import { describe, expect, it } from 'vitest';
import { afterTry, ofOneDevice, ofOnePerson, waitOf, type Leniency, type Tally } from './lockout';

const start = Date.UTC(2026, 10, 24);
const minute = 60_000;
const hour = 60 * minute;

/** Tries and fails as soon as it may, so many times; answers how long each had to be waited for, in minutes. */
function guess(times: number, leniency: Leniency): number[] {
  let tally: Tally | undefined;
  let now = start;
  return Array.from({ length: times }, () => {
    const wait = waitOf(tally, now);
    now += wait * 1000;
    tally = afterTry(tally, now, leniency);
    return wait / 60;
  });
}

/** The tally after so many tries in one moment. */
function after(failures: number, leniency = ofOnePerson): Tally | undefined {
  let tally: Tally | undefined;
  for (let made = 0; made < failures; made++) tally = afterTry(tally, start, leniency);
  return tally;
}

describe('who guesses', () => {
  it('at somebody’s password has five tries, then waits a minute, then longer, up to a quarter of an hour', () => {
    expect(guess(13, ofOnePerson)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15]);
  });

  it('on one device at many people’s has twenty tries', () => {
    const waits = guess(22, ofOneDevice);
    expect(waits.slice(0, 20).every((wait) => wait === 0)).toBe(true);
    expect(waits.slice(20)).toEqual([1, 2]);
  });

  it('never gets more than a hundred tries a day at one password', () => {
    let [tally, now, tries]: [Tally | undefined, number, number] = [undefined, start, 0];
    while (now < start + 24 * hour) {
      tally = afterTry(tally, now, ofOnePerson);
      tries += 1;
      now += waitOf(tally, now) * 1000;
    }
    expect(tries).toBeLessThanOrEqual(105);
  });
});

describe.each<[what: string, tally: Tally | undefined, at: number, wait: number]>([
  ['nothing was tried', undefined, start, 0],
  ['four tries were wrong', after(4), start, 0],
  ['the fifth was wrong just now', after(5), start, 60],
  ['half of the minute is over', after(5), start + 30_000, 30],
  ['less than a second is left', after(5), start + minute - 1, 1],
  ['the minute is over', after(5), start + minute, 0],
  ['the server’s clock was set back by a year', after(9), start - 365 * 24 * hour, 15 * 60],
])('where %s', (_what, tally, at, wait) => {
  it(`the next try is ${wait} s away`, () => {
    expect(waitOf(tally, at)).toBe(wait);
  });
});

describe('tries', () => {
  it.each([
    ['are forgotten after a day', ofOnePerson, 24 * hour + 1, 1],
    ['are remembered for a day', ofOnePerson, 24 * hour, 5],
    ['on a device are forgotten after an hour', ofOneDevice, hour + 1, 1],
    ['are forgotten where the clock was set back further', ofOnePerson, -25 * hour, 1],
  ])('%s', (_what, leniency, later, failures) => {
    expect(afterTry(after(4, leniency), start + later, leniency).failures).toBe(failures);
  });
});
