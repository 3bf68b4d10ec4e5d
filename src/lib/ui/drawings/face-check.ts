import { box, circle, type Picture } from './shape';

/** A face in the frame of a phone, which wants to know who holds it. */
export const faceCheck: Picture = [
  { d: box(44, 4, 72, 112, 10), fill: 'plum' },
  { d: box(51, 14, 58, 86, 3), fill: 'paper' },
  { d: 'M60 84C60 74 68 70 80 70S100 74 100 84Z', fill: 'leaf' },
  { d: circle(80, 52, 16), fill: 'skin' },
  { d: 'M64 53A16 16 0 0 1 96 53Q86 49 81 42Q74 51 64 53Z', fill: 'line' },
  { d: 'M75 55v.01M86 55v.01M76 61q4.5 3.5 9 0' },
  { d: 'M57 32V24H66M94 24H103V32M57 82V90H66M94 90H103V82' },
  { d: circle(126, 84, 15), fill: 'sun' },
  { d: 'M118 84L124 90L134 78' },
];
