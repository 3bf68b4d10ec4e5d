import { describe, expect, it } from 'vitest';
import { openSince, readHours, writeHours, type Hours } from './hours';
import { usualSettings } from './house-settings';

/** A moment of the house's clock (UTC+7); 2026-11-23 is a Monday. */
const at = (text: string) => Date.parse(`${text}+07:00`);
const closed: Hours[number] = [];
const whole = [{ from: 0, to: 1440 }];
const evening = [{ from: 18 * 60, to: 1440 }];
const night = [{ from: 0, to: 2 * 60 }];

describe('a house is open', () => {
  it.each([
    ['2026-11-23T07:29', null],
    ['2026-11-23T07:30', '2026-11-23T07:30'],
    ['2026-11-23T11:29', '2026-11-23T07:30'],
    ['2026-11-23T11:30', null],
    ['2026-11-27T16:59', '2026-11-27T13:30'],
    ['2026-11-28T09:00', null],
  ])('by the usual hours, at %s: since %s', (now, since) => {
    expect(openSince(usualSettings.hours, at(now))).toBe(since === null ? null : at(since));
  });

  it('across midnight without a break, also from Sunday to Monday', () => {
    const hours: Hours = [[...night, ...evening], night, closed, closed, closed, closed, evening];
    expect(openSince(hours, at('2026-11-23T00:30'))).toBe(at('2026-11-22T18:00'));
    expect(openSince(hours, at('2026-11-24T01:59'))).toBe(at('2026-11-23T18:00'));
    expect(openSince(hours, at('2026-11-24T02:00'))).toBeNull();
  });

  it('day and night: since a week at most', () => {
    const hours: Hours = [whole, whole, whole, whole, whole, whole, whole];
    const now = at('2026-11-25T00:05');
    expect(now - (openSince(hours, now) ?? 0)).toBe(6 * 86_400_000 + 5 * 60_000);
  });

  it('never, where it has no hours', () => {
    expect(openSince([[], [], [], [], [], [], []], at('2026-11-25T09:00'))).toBeNull();
  });
});

describe('hours as people type them', () => {
  const day = (...spans: [number, number][]) => spans.map(([from, to]) => ({ from, to }));
  it.each([
    ['', []],
    ['7:30-11:30, 13:30-17:00', day([450, 690], [810, 1020])],
    ['7h30 – 11h; 13 giờ đến 17 giờ 30', day([450, 660], [780, 1050])],
    ['18-0', day([1080, 1440])],
    ['13:00-17:00, 7-11', day([420, 660], [780, 1020])],
    ['sáng', 'form'],
    ['7:30', 'form'],
    ['7-11-12', 'form'],
    ['7:60-8', 'form'],
    ['24:00-24:00', 'form'],
    ['25-26', 'form'],
    ['17-7', 'backwards'],
    ['7-7', 'backwards'],
    ['7-11, 10-12', 'overlap'],
    ['1-2,3-4,5-6,7-8,9-10', 'many'],
  ])('%j', (typed, read) => expect(readHours(typed)).toEqual(read));

  it('come back as they were written', () => {
    const spans = day([450, 690], [810, 1440]);
    expect(writeHours(spans)).toBe('7:30-11:30, 13:30-24:00');
    expect(readHours(writeHours(spans))).toEqual(spans);
  });
});
