import { expect, it } from 'vitest';
import { isDue } from './token-due';

const day = 86_400_000;
const now = Date.parse('2026-11-28T01:00:00.000Z');
const token = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const left = (ms: number) => token({ id: 'Máy ?>~', type: 'auth', exp: (now + ms) / 1000 });

it.each([
  ['is fresh', left(30 * day), now, false],
  ['has just more than half of its life left', left(15 * day + 1000), now, false],
  ['has just less than half of it left', left(15 * day - 1000), now, true],
  ['has run out', left(-1000), now, true],
  ['ran out a year ago', left(-365 * day), now, true],
  ['lives 400 days, as it did once', left(400 * day), now, false],
  ['is fresh, by a clock that is years behind', left(30 * day), now - 3650 * day, false],
  ['has run out, by a clock that is years behind', left(-1000), now - 3650 * day, false], // the server says so
  ['is fresh, by a clock that is years ahead', left(30 * day), now + 3650 * day, true],
  ['does not say when it runs out', token({ id: 'x' }), now, true],
  ['says it in no number', token({ exp: '2027' }), now, true],
  ['holds no claims', token(null), now, true],
  ['is no token', 'secret', now, true],
  ['is empty', '', now, true],
])('a token that %s', (_what, held, clock, due) => {
  expect(isDue(held, clock)).toBe(due);
});
