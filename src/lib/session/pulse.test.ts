import { afterEach, expect, test, vi } from 'vitest';
import { keepPulse } from './pulse';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a kiosk’s page writes that it lives once a minute, until it is told to stop', async () => {
  vi.useFakeTimers();
  const setFact = vi.fn(() => Promise.resolve());
  const stop = keepPulse({ setFact });
  await vi.advanceTimersByTimeAsync(180_000);
  expect(setFact).toHaveBeenCalledTimes(3);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(setFact).toHaveBeenCalledTimes(3);
});

test('a disk that takes nothing stops no later beat', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const setFact = vi.fn(() => Promise.reject(new Error('the disk is full')));
  const stop = keepPulse({ setFact });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(setFact).toHaveBeenCalledTimes(2);
  stop();
});
