import { box, circle, type Picture } from './shape';

/** The bill and the phone side by side, line against line. */
export const billCheck: Picture = [
  { d: 'M10 16H64V106L55 100L46 106L37 100L28 106L19 100L10 106Z', fill: 'paper' },
  { d: box(18, 28, 38, 14, 3), fill: 'sun' },
  { d: 'M24 35H50M20 56H54M20 70H42' },
  { d: box(96, 6, 54, 106, 9), fill: 'plum' },
  { d: box(102, 16, 42, 82, 3), fill: 'paper' },
  { d: box(106, 28, 34, 14, 3), fill: 'sun' },
  { d: 'M111 35H135M108 56H138M108 70H126' },
  { d: circle(80, 60, 16), fill: 'leaf' },
  { d: 'M72 60L78 66L88 54' },
];
