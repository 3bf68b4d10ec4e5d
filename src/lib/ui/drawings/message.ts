import { type Picture } from './shape';

/** A message has come. */
export const message: Picture = [
  {
    d: 'M30 18H118A12 12 0 0 1 130 30V68A12 12 0 0 1 118 80H66L44 98V80H30A12 12 0 0 1 18 68V30A12 12 0 0 1 30 18Z',
    fill: 'water',
  },
  { d: 'M36 38H110M36 52H96M36 66H74' },
  { d: 'M104 72A20 20 0 1 0 144 72A20 20 0 1 0 104 72Z', fill: 'sun' },
  { d: 'M124 60V74M124 82V82.1' },
];
