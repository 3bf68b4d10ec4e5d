import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, type ClockSaid } from '$lib/ledger/clock-said';
import { floorOf, runAtStart, runHeard, runOn, saidOf, type Run } from './clock-runs';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const year = 365 * day;

/** A device and its clock, as a story goes on; `wrong` is how far its clock is behind the true one. */
class Story {
  runs: Run[] = [];
  wrong = 0;
  now = Date.parse('2026-11-26T18:00:00.000Z');
  #seen = 0;

  /** The page looks at its clock: what it writes now is of the run that is answered. */
  look(): number {
    const run = this.runs.at(-1);
    if (run) this.#keep(runOn(run, this.now - this.wrong, this.now - this.#seen, floorOf(this.runs)));
    this.#seen = this.now;
    return this.runs.at(-1)?.n ?? 0;
  }
  start(browser: string): this {
    this.#keep(runAtStart(this.runs, this.now - this.wrong, browser));
    this.#seen = this.now;
    return this;
  }
  hear(): this {
    this.look();
    const run = this.runs.at(-1);
    if (run) this.#keep(runHeard(run, this.wrong, this.now));
    return this;
  }
  /** Time goes on: in a page that looks once a minute, or while it is off or asleep. */
  pass(ms: number): this {
    this.now += ms;
    return this;
  }
  sleep(ms: number): this {
    this.#seen += ms; // the clock that nobody can set stood still
    return this.pass(ms);
  }
  set(wrong: number): this {
    this.wrong = wrong;
    return this;
  }
  #keep(run: Run): void {
    if (this.runs.at(-1)?.n === run.n) this.runs.pop();
    this.runs.push(run);
  }
}
const began = (wrong = 0) => new Story().set(wrong).start('first').hear().pass(hour);

type Case = [what: string, story: () => [Story, number], said: ClockSaid];
const cases: Case[] = [
  ['a right clock', () => at(began()), { off: 0 }],
  ['a slow one that the server told of', () => at(began(3 * hour)), { off: 3 * hour }],
  ['mended while the page saw it', () => mended((story) => story.set(0).pass(minute)), { off: 3 * year }],
  [
    'mended between two pages of the same browser',
    () =>
      mended((story) => {
        story.look();
        return story.set(0).start('second');
      }),
    { off: 3 * year },
  ],
  [
    'set back while the page saw it',
    () => {
      const story = began();
      story.set(2 * day).look();
      const n = story.look();
      story.set(0).look();
      story.hear();
      return [story, n];
    },
    { off: 2 * day },
  ],
  [
    'mended while the power was off',
    () => mended((story) => story.set(0).pass(hour).start('third')),
    { clock: 'doubtful' },
  ],
  [
    'still as wrong after the power was off, and may have stood still',
    () => mended((story) => story.pass(hour).start('third')),
    { off: 3 * year, clock: 'doubtful' },
  ],
  [
    'right before and after a day without network',
    () => {
      const story = began().pass(day).start('second');
      const n = story.look();
      story.pass(day).start('third').hear();
      return [story, n];
    },
    { off: 0 },
  ],
  [
    'as slow after a day without network as before',
    () => {
      const story = began(5 * hour)
        .pass(day)
        .start('second');
      const n = story.look();
      story.pass(day).start('third').hear();
      return [story, n];
    },
    { off: 5 * hour },
  ],
  [
    'right before a day without network, slow after it',
    () => {
      const story = began().pass(day).start('second');
      const n = story.look();
      story
        .set(10 * hour)
        .pass(11 * hour)
        .start('third')
        .hear();
      return [story, n];
    },
    { off: 0, clock: 'doubtful' },
  ],
  [
    'right yesterday, years back today',
    () => {
      const story = began();
      const n = story.look();
      story
        .set(3 * year)
        .pass(day)
        .start('second')
        .hear();
      return [story, n];
    },
    { off: 0 },
  ],
  [
    'a tablet that slept',
    () => {
      const story = began();
      const n = story.look();
      story.sleep(8 * hour).hear();
      return [story, n];
    },
    { off: 0 },
  ],
  [
    'a page after another, in one browser',
    () => {
      const story = began(3 * year);
      story.look();
      story.start('first');
      return [story, story.look()];
    },
    { off: 3 * year },
  ],
  ['a run that nobody remembers', () => [began(), 99], {}],
];
const at = (story: Story): [Story, number] => [story, story.look()];
/** A kiosk that was right, came up three years back, and became as it is said; then the server is there. */
function mended(becomes: (story: Story) => Story): [Story, number] {
  const story = began()
    .set(3 * year)
    .pass(12 * hour)
    .start('second')
    .pass(minute);
  const n = story.look();
  becomes(story.pass(hour)).hear();
  return [story, n];
}

describe('what a device says of its clock', () => {
  it.each(cases)('%s', (_what, tell, said) => {
    const [{ runs }, n] = tell();
    expect(saidOf(runs, n)).toEqual(said);
  });

  it('of what it wrote before the server was there in the same page it knows the true moment, however often the clock is set', () => {
    const wrong = fc.integer({ min: -9, max: 9 }).map((years) => years * year);
    const turn = fc.record({ wrong, pass: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
        const story = began();
        const written: { n: number; wrong: number }[] = [];
        for (const { wrong, pass } of turns) {
          story.pass(pass * minute).look();
          story.set(wrong);
          written.push({ n: story.look(), wrong });
        }
        story.hear();
        for (const { n, wrong } of written) {
          const { off = NaN, clock } = saidOf(story.runs, n);
          // A clock that was set forth looks like a machine that slept: what is said then is never more wrong than the clock.
          if (clock === undefined) expect(Math.abs(off - wrong)).toBeLessThanOrEqual(Math.abs(wrong));
        }
      }),
    );
  });

  it('never says that something was before what the server had told by then', () => {
    const turn = fc.record({
      wrong: fc.integer({ min: -3, max: 3 }).map((years) => years * year),
      pass: fc.integer({ min: 1, max: 30 }).map((hours) => hours * hour),
      does: fc.constantFrom('start', 'hear', 'look'),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
        const story = began();
        for (const { wrong, pass, does } of turns) {
          story.set(wrong).pass(pass);
          if (does === 'start') story.start(String(story.runs.length));
          else if (does === 'hear') story.hear();
          else story.look();
        }
        for (const { n, first, floor } of story.runs) {
          const { off, clock } = saidOf(story.runs, n);
          if (off !== undefined && !clock) expect(first + off).toBeGreaterThanOrEqual(floor - 10 * minute);
          if (off !== undefined) expect(atLeast(off)).toBe(off);
        }
      }),
    );
  });
});
