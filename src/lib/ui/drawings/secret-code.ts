import { box, type Picture } from './shape';

/** A code on the phone, and a hand laid over it: for nobody else's eyes. */
export const secretCode: Picture = [
  { d: box(24, 6, 66, 108, 10), fill: 'plum' },
  { d: box(31, 16, 52, 84, 3), fill: 'paper' },
  { d: 'M40 28H64M40 37H56' },
  { d: box(36, 50, 42, 20, 5), fill: 'sun' },
  { d: 'M43 60h.01M51 60h.01M59 60h.01' },
  {
    d: 'M142 112C144 96 142 84 134 72L128 62C124 54 116 48 106 48H70C62 48 62 58 70 58H64C56 58 56 68 64 68H60C52 68 52 79 60 79H66C58 79 59 90 67 90H92C98 98 102 104 102 112Z',
    fill: 'skin',
  },
  { d: 'M70 58H84M64 68H82M66 79H84' },
  { d: 'M98 118L97 106Q120 97 145 105L148 118Z', fill: 'leaf' },
];
