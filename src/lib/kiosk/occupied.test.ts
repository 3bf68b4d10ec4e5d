import { expect, it } from 'vitest';
import { occupied } from './occupied';

const [room, roomWithStaff, laptop] = [
  { paired: true, staff: false },
  { paired: true, staff: true },
  { paired: false, staff: true },
];

it.each([
  ['the first screen', '/', room, false],
  ['the first screen while staff are signed in', '/', roomWithStaff, true],
  ['a lesson', '/learn/vneid-activate', room, true],
  ['a lesson on a screen that has no house', '/learn', laptop, true],
  ['a page of staff in a public room', '/house/cards', roomWithStaff, true],
  ['a page of staff on a laptop', '/house/cards', laptop, false],
  ['the sign-in of staff in a public room', '/house', room, true],
  ['the installer’s page', '/device', room, true],
  ['an address that only begins like one', '/learning', room, false],
])('%s: %s', (_, path, at, wanted) => {
  expect(occupied(path, at)).toBe(wanted);
});
