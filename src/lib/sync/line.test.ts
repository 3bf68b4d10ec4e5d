import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveCursor } from '$lib/ledger/cursor';
import { LedgerStore } from '$lib/ledger/store';
import { afterPoke, Line } from './line';
import type { Sender } from './sender';

describe('how long a device waits after it was told that there is something new', () => {
  it.each([
    { name: 'long after the last exchange only its own moment', sinceLast: 60_000, random: 0, ms: 0 },
    { name: 'at most two seconds', sinceLast: 60_000, random: 0.999_99, ms: 2_000 },
    { name: 'right after an exchange, the rest of five seconds', sinceLast: 1_000, random: 0, ms: 4_000 },
    { name: 'both together', sinceLast: 0, random: 0.5, ms: 6_000 },
    { name: 'a clock that was set back counts as no time', sinceLast: -86_400_000, random: 0, ms: 5_000 },
  ])('$name', ({ sinceLast, random, ms }) => expect(afterPoke(sinceLast, random)).toBe(ms));
});

describe('the line', () => {
  const house = '00000000000000000000000000000001';
  let store: LedgerStore;
  let asked: number;
  let line: Line;
  /** Every line that was opened: whose houses, how to speak on it, and whether it was hung up. */
  let opened: {
    houses: readonly string[];
    heard: (house: string, seq: number | undefined) => void;
    ended: () => void;
    hungUp: boolean;
  }[];

  const reader = (viewer: string, houses: readonly string[]): Sender => ({
    viewer,
    houses,
    sends: () => false,
    backend: {
      push: () => Promise.reject(new Error('not here')),
      pull: () => Promise.reject(new Error('not here')),
      listen: (of, heard, ended) => {
        const one = { houses: of, heard, ended, hungUp: false };
        opened.push(one);
        return () => (one.hungUp = true);
      },
    },
  });
  /** Lets the database answer, which takes turns and no time, and then the time pass. */
  const pass = async (ms: number) => {
    await store.facts.count();
    await store.facts.count();
    await vi.advanceTimersByTimeAsync(ms);
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    store = new LedgerStore(`line-${crypto.randomUUID()}`);
    asked = 0;
    opened = [];
    line = new Line(store, () => (asked += 1));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.delete();
  });

  it('is opened once, for whoever reads, and again for another reader', () => {
    line.keep([reader('an', []), reader('kiosk', [house])]);
    line.keep([reader('an', []), reader('kiosk', [house])]);
    expect(opened.map(({ houses }) => houses)).toEqual([[house]]);
    line.keep([reader('an trainer', [house])]);
    expect(opened.map(({ hungUp }) => hungUp)).toEqual([true, false]);
    line.keep([]);
    expect(opened.map(({ hungUp }) => hungUp)).toEqual([true, true]);
  });

  it('asks once for many pokes, and again for the next', async () => {
    line.keep([reader('kiosk', [house])]);
    opened[0]?.heard(house, 7);
    opened[0]?.heard(house, 8);
    await pass(10_000);
    expect(asked).toBe(1);
    opened[0]?.heard(house, 9);
    await pass(10_000);
    expect(asked).toBe(2);
  });

  it('does not ask for what is here already, and always where no number is said', async () => {
    await moveCursor(store, house, 8);
    line.keep([reader('kiosk', [house])]);
    opened[0]?.heard(house, 8);
    await pass(10_000);
    expect(asked).toBe(0);
    opened[0]?.heard(house, undefined);
    await pass(10_000);
    expect(asked).toBe(1);
  });

  it('that is dropped asks nothing more, and is opened anew after the next exchange that came through', async () => {
    line.keep([reader('kiosk', [house])]);
    opened[0]?.heard(house, 8);
    await pass(0);
    opened[0]?.ended();
    await pass(10_000);
    expect(asked).toBe(0);
    line.keep([reader('kiosk', [house])]);
    expect(opened).toHaveLength(2);
  });

  it('that ends after it held is asked after at once: the server hangs up where nothing happens', async () => {
    line.keep([reader('kiosk', [house])]);
    await pass(300_000);
    opened[0]?.ended();
    await pass(10_000);
    expect(asked).toBe(1);
  });
});
