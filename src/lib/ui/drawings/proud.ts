import { somebody } from './figures';
import { box, type Picture } from './shape';

/** Somebody who can do it alone now, phone held high. */
export const proud: Picture = [
  {
    d: 'M80 6A54 54 0 0 1 134 60A54 54 0 0 1 80 114A54 54 0 0 1 26 60A54 54 0 0 1 80 6Z',
    fill: 'sun',
    bare: true,
  },
  { d: 'M96 82C108 76 114 64 116 50L126 52C126 72 118 88 104 98Z', fill: 'clay' },
  ...somebody(74, 56, 'bun', 'clay'),
  { d: box(108, 14, 24, 38, 5), fill: 'water' },
  { d: 'M114 32L119 37L127 27M104 12L98 6M138 12L144 6M142 32H150' },
];
