import { expect, it } from 'vitest';
import { usualSettings } from './house-settings';
import { standingOf } from './standing';

const at = (text: string) => Date.parse(`${text}+07:00`);

it.each([
  ['heard of a minute ago', '2026-11-23T09:59', '2026-11-23T10:00', 'online'],
  ['heard of a minute ago while closed', '2026-11-22T09:59', '2026-11-22T10:00', 'online'],
  ['silent for 3 minutes', '2026-11-23T09:57', '2026-11-23T10:00', 'late'],
  ['silent for a quarter of an hour', '2026-11-23T09:45', '2026-11-23T10:00', 'offline'],
  ['silent at noon, when the house is closed', '2026-11-23T11:20', '2026-11-23T12:00', 'closed'],
  ['silent over the night, five minutes after opening', '2026-11-23T17:00', '2026-11-24T07:35', 'late'],
  [
    'silent over the night, a quarter of an hour after opening',
    '2026-11-23T17:00',
    '2026-11-24T07:45',
    'offline',
  ],
  ['silent since Friday, on Sunday', '2026-11-27T17:00', '2026-11-29T10:00', 'closed'],
  ['heard of in a future that the clock was set back from', '2026-11-24T09:00', '2026-11-23T10:00', 'online'],
])('a device %s', (_what, last, now, standing) => {
  expect(standingOf(at(last), at(now), usualSettings.hours)).toBe(standing);
});

it('a device that never beat is not called offline', () => {
  expect(standingOf(null, at('2026-11-23T10:00'), usualSettings.hours)).toBe('never');
});
