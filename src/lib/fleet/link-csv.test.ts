import { expect, it } from 'vitest';
import type { LinkWeek } from '$lib/sync/fleet';
import { linkCsv } from './link-csv';

const week: LinkWeek = {
  ...{ house: 'h', week: '2026-11-23', devices: 2, hours: 40, beats: 2400, failures: 12 },
  ...{ p50: 80, p95: 900, speed: 1_234_567 },
};

it('a line for each week, with nothing where nothing is known', () => {
  const text = linkCsv([week, { ...week, week: '2026-11-30', speed: null }], () => 'Nhà Thử', [
    'Nhà',
    'Tuần',
  ]);
  expect(text).toBe(
    '\ufeffNhà;Tuần\r\nNhà Thử;2026-11-23;2;40;2400;12;80;900;1235\r\nNhà Thử;2026-11-30;2;40;2400;12;80;900;\r\n',
  );
});

it.each([
  ['Nhà; số 1', '"Nhà; số 1"'],
  ['Nhà "Thử"', '"Nhà ""Thử"""'],
  ['=1+1', "'=1+1"],
  ['@nhà', "'@nhà"],
])('a house called %j breaks no table', (name, cell) => {
  expect(linkCsv([week], () => name, []).split('\r\n')[1]).toBe(
    `${cell};2026-11-23;2;40;2400;12;80;900;1235`,
  );
});
