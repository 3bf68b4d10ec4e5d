import { box, type Picture } from './shape';

/** The cultural house: nobody's in particular. */
export const house: Picture = [
  { d: 'M8 106Q80 96 152 106L150 114H10Z', fill: 'leaf', bare: true },
  { d: 'M132 104C130 84 134 70 146 56C154 74 148 92 138 104M136 102C138 88 140 76 145 66', fill: 'leaf' },
  { d: 'M30 54H130V104H30Z', fill: 'paper' },
  { d: 'M14 56C26 54 36 40 42 24H118C124 40 134 54 146 56C132 62 28 62 14 56Z', fill: 'clay' },
  { d: 'M42 24Q80 18 118 24M60 27L52 55M80 25V57M100 27L108 55' },
  { d: 'M68 104V80A12 12 0 0 1 92 80V104Z', fill: 'plum' },
  { d: box(40, 70, 18, 18, 2), fill: 'water' },
  { d: box(102, 70, 18, 18, 2), fill: 'water' },
  { d: 'M49 70V88M111 70V88M80 70V104M64 104H96M60 110H100' },
];
