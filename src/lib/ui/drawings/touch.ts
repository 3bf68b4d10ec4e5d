import { pointingHand } from './figures';
import { box, type Picture } from './shape';

/** A hand touches the screen: begin. */
export const touch: Picture = [
  { d: box(16, 8, 128, 74, 9), fill: 'plum' },
  { d: box(25, 17, 110, 56, 4), fill: 'paper' },
  { d: 'M58 49A22 22 0 0 1 102 49M68 49A12 12 0 0 1 92 49' },
  { d: 'M70 82L66 100H94' },
  pointingHand(80, 52),
];
