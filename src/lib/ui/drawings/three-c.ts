import { circle, type Picture } from './shape';

/** Slow, block, shield: a snail, a hand that stops, and a shield. */
export const threeC: Picture = [
  {
    d: 'M4 92C4 88 8 86 12 86H40C46 86 48 80 47 74C50 70 55 72 55 77C55 88 50 94 42 94H8C5 94 4 94 4 92Z',
    fill: 'sand',
  },
  { d: circle(23, 70, 18), fill: 'clay' },
  { d: 'M23 70A5 5 0 1 0 18 65A10 10 0 1 0 31 62M49 72L47 64M54 72L56 64' },
  {
    d: 'M66 96C62 88 58 78 60 74C62 71 66 74 68 78V48C68 43 75 43 75 48V66V40C75 35 82 35 82 40V66V43C82 38 89 38 89 43V68V50C89 46 95 46 95 50V78C95 88 92 94 88 98Z',
    fill: 'skin',
  },
  { d: 'M64 110L66 97Q78 93 89 97L91 110Z', fill: 'leaf' },
  {
    d: 'M130 34C138 40 146 42 154 42C156 70 150 88 130 100C110 88 104 70 106 42C114 42 122 40 130 34Z',
    fill: 'water',
  },
  { d: 'M118 68L127 78L143 56' },
];
