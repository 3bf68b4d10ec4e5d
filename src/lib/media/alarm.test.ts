import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Alarm } from './alarm';

let heard: string[] = [];
let said: () => void = () => undefined;
const voice = {
  chime: (times: number) => {
    heard.push(`bell ${times}`);
    return Promise.resolve();
  },
  say: (id: string) => {
    heard.push(id);
    return new Promise<void>((resolve) => (said = resolve));
  },
  hush: () => void heard.push('silence'),
};
const flood = { which: 'flood', test: false, session: false };
const over = { which: '', test: false, session: false };

/** What was heard since the last time, once so many seconds have gone. */
async function after(seconds: number): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return heard.splice(0);
}

let alarm: Alarm;
beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  alarm = new Alarm(voice);
});
afterEach(() => {
  alarm.stop();
  vi.useRealTimers();
});

it('in an empty room the bell rings twice, and people are asked to read; again each minute', async () => {
  alarm.heed(flood);
  expect(await after(1)).toEqual(['bell 2', 'media:spoken']);
  said();
  expect(await after(58)).toEqual([]);
  expect(await after(2)).toEqual(['bell 2', 'media:spoken']);
});

it('whoever is in a lesson hears the bell once, and it never speaks over the lesson', async () => {
  alarm.heed({ ...flood, session: true });
  alarm.heed({ ...flood, session: true });
  expect(await after(300)).toEqual(['bell 1']);
  alarm.heed({ ...flood, which: 'flood storm', session: true });
  expect(await after(300)).toEqual(['bell 1']);
});

it('where one of two is called off the bell does not ring for the other again', async () => {
  alarm.heed({ ...flood, which: 'flood storm', session: true });
  expect(await after(300)).toEqual(['bell 1']);
  alarm.heed({ ...flood, which: 'storm', session: true });
  expect(await after(300)).toEqual([]);
});

it('whoever heard it in the room and begins is not rung at again', async () => {
  alarm.heed(flood);
  expect(await after(1)).toHaveLength(2);
  said();
  alarm.heed({ ...flood, session: true });
  expect(await after(300)).toEqual([]);
});

it('called off, it is silent at once', async () => {
  alarm.heed(flood);
  expect(await after(1)).toHaveLength(2);
  alarm.heed(over);
  expect(await after(300)).toEqual(['silence']);
});

it('called off while the bell rings, it does not speak', async () => {
  alarm.heed(flood);
  alarm.heed(over);
  expect(await after(300)).toEqual(['bell 2']);
});

it('an exercise says that it is one', async () => {
  alarm.heed({ ...flood, test: true });
  expect(await after(1)).toEqual(['bell 2', 'media:exercise-say']);
});
