import { somebody } from './figures';
import { box, type Picture } from './shape';

/** Two people at one screen: one learns, one stands by. */
export const together: Picture = [
  ...somebody(46, 44, 'hat', 'plum'),
  ...somebody(112, 40, 'hair', 'leaf'),
  { d: box(52, 72, 56, 40, 6), fill: 'sand' },
  { d: box(59, 79, 42, 26, 2), fill: 'water' },
  { d: 'M68 92L76 99L92 84M44 112H116' },
];
