import { box, circle, type Picture } from './shape';

/** A hand holds a learner's card up to a screen, which knows it again. */
export const showCard: Picture = [
  { d: box(76, 10, 76, 82, 8), fill: 'plum' },
  { d: box(84, 18, 60, 66, 4), fill: 'paper' },
  { d: circle(114, 42, 13), fill: 'leaf' },
  { d: 'M108 42L113 47L121 36M98 66H130M104 75H124' },
  { d: 'M104 92L100 110H128L124 92' },
  { d: 'M16 44L70 34Q74 33 75 37L82 74Q83 78 79 79L25 89Q21 90 20 86L13 49Q12 45 16 44Z', fill: 'sand' },
  { d: 'M22 54L40 51L43 68L25 71Z', fill: 'paper' },
  { d: 'M27 58L31 57M33 63L37 62M29 66L31 66M50 49L66 46M51 57L68 54' },
  {
    d: 'M14 118C8 106 6 98 12 92L32 72C37 67 44 73 40 79L32 90L56 84C62 83 64 90 59 92L66 92C71 92 71 99 66 100L60 106L50 118Z',
    fill: 'skin',
  },
];
