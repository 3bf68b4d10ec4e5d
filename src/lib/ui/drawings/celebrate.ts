import { circle, type Picture } from './shape';

/** Done, and well: a lotus opens behind the mark. */
export const celebrate: Picture = [
  { d: 'M80 10C96 24 98 44 80 60C62 44 64 24 80 10Z', fill: 'plum' },
  { d: 'M80 84C50 86 28 70 20 44C40 44 58 54 66 70Z', fill: 'plum' },
  { d: 'M80 84C110 86 132 70 140 44C120 44 102 54 94 70Z', fill: 'plum' },
  { d: 'M76 76C54 66 46 46 48 26C64 32 78 46 80 66Z', fill: 'plum' },
  { d: 'M84 76C106 66 114 46 112 26C96 32 82 46 80 66Z', fill: 'plum' },
  { d: circle(80, 80, 30), fill: 'leaf' },
  { d: 'M65 81L76 92L96 69' },
  { d: 'M14 88L24 84M146 88L136 84M30 106L38 98M130 106L122 98' },
];
