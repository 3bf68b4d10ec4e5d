import { describe, expect, it } from 'vitest';
import { formatClock, formatDay, formatWeekday, houseDay } from './time';

describe('a moment on screen', () => {
  it('is told by the clock of the house, whatever the machine thinks', () => {
    const moment = '2026-11-22T18:05:00.000Z'; // 01:05 on Monday, at the house
    expect(formatDay(moment)).toBe('23/11/2026');
    expect(formatClock(moment)).toBe('01:05');
    expect(formatWeekday(moment, 'vi')).toBe('Thứ Hai, 23/11/2026');
    expect(formatWeekday(moment, 'en')).toBe('Monday, 23/11/2026');
    expect(houseDay(moment)).toBe('2026-11-23');
  });

  it.each(['9999-99-99T99:99:99.999Z', '2026-13-01T00:00:00.000Z', 'tomorrow', ''])(
    'is nothing where there is none (%j)',
    (text) => {
      expect([formatDay(text), formatClock(text), houseDay(text)]).toEqual(['', '', '']);
      expect([formatWeekday(text, 'vi'), formatWeekday(text, 'en')]).toEqual(['', '']);
    },
  );
});
