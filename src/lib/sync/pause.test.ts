import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pause } from './pause';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a pause', () => {
  it('lasts as long as it says', async () => {
    const ended = vi.fn();
    void new Pause(new AbortController().signal).last(1000).then(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
  });

  it('can be cut short, now or before it begins, and only once', async () => {
    const pause = new Pause(new AbortController().signal);
    const first = pause.last(1000);
    pause.end();
    await first;
    pause.end();
    await pause.last(1000);
    const third = vi.fn();
    void pause.last(1000).then(third);
    await vi.advanceTimersByTimeAsync(999);
    expect(third).not.toHaveBeenCalled();
  });

  it('is over for good once stopped', async () => {
    const stopped = new AbortController();
    const pause = new Pause(stopped.signal);
    const waiting = pause.last(1000);
    stopped.abort();
    await waiting;
    await pause.last(1000);
  });
});
