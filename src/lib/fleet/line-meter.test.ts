import { expect, it } from 'vitest';
import { toldBy, type Timing } from './line-meter';

const timing: Timing = {
  name: 'http://127.0.0.1:8090/api/v1/sync/pull?house=x',
  requestStart: 100,
  responseStart: 180.4,
  responseEnd: 190,
  transferSize: 900,
  encodedBodySize: 600,
};

it.each<[what: string, more: Partial<Timing>, told: object]>([
  ['of the server', {}, { rtt: 80 }],
  ['of a file, which may come from a cache of a proxy', { name: 'http://127.0.0.1:8090/a.js' }, {}],
  ['with a large body', { encodedBodySize: 100_000, responseEnd: 380.4 }, { rtt: 80, speed: 500_000 }],
  ['with a large body that came in one go', { encodedBodySize: 100_000, responseEnd: 181 }, { rtt: 80 }],
  ['out of the cache', { transferSize: 0 }, {}],
  ['that found nobody', { requestStart: 0, responseStart: 0, transferSize: 0 }, {}],
])('a request %s tells what it can of the line', (_what, more, told) => {
  expect(toldBy({ ...timing, ...more })).toEqual(told);
});
