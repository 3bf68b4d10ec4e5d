import { box, circle, type Picture } from './shape';

/** A phone that takes its app out of the store, with a mark that it is right. */
export const storeOnly: Picture = [
  { d: box(16, 8, 58, 104, 10), fill: 'plum' },
  { d: box(23, 18, 44, 80, 3), fill: 'paper' },
  { d: box(30, 26, 13, 13, 4), fill: 'leaf' },
  { d: box(47, 26, 13, 13, 4), fill: 'clay' },
  { d: box(30, 45, 13, 13, 4), fill: 'water' },
  { d: 'M54 46V58M48 52H60M41 105H49' },
  { d: 'M96 46H144L150 104H90Z', fill: 'sun' },
  { d: 'M106 56V40A14 14 0 0 1 134 40V56' },
  { d: circle(120, 80, 17), fill: 'leaf' },
  { d: 'M111 80L118 87L130 73M88 52H76M82 46L76 52L82 58' },
];
