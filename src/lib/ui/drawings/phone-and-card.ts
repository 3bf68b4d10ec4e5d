import { box, type Picture } from './shape';

/** A phone and the card of somebody: who one is, in the phone. */
export const phoneAndCard: Picture = [
  {
    d: 'M60 42L136 26A6 6 0 0 1 143 31L152 74A6 6 0 0 1 147 81L71 97A6 6 0 0 1 64 92L55 49A6 6 0 0 1 60 42Z',
    fill: 'water',
  },
  { d: 'M102 47L138 39M105 60L140 52M108 73L127 69' },
  { d: box(18, 10, 58, 100, 10), fill: 'plum' },
  { d: box(25, 20, 44, 76, 3), fill: 'paper' },
  { d: 'M39 43A8 8 0 1 0 55 43A8 8 0 1 0 39 43Z', fill: 'skin' },
  { d: 'M32 70C32 60 38 57 47 57S62 60 62 70Z', fill: 'sun' },
  { d: 'M37 82L44 89L58 77M42 103H52' },
];
