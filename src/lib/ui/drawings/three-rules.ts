import { box, type Picture } from './shape';

/** Three rules to keep. */
export const threeRules: Picture = [
  { d: box(10, 30, 42, 66, 9), fill: 'sun' },
  { d: box(59, 22, 42, 66, 9), fill: 'water' },
  { d: box(108, 30, 42, 66, 9), fill: 'leaf' },
  { d: 'M26 52L32 47V70M26 70H38' },
  { d: 'M73 44C74 36 87 37 86 45C86 51 76 56 73 62H87' },
  { d: 'M122 50C124 44 136 44 136 52C136 57 132 59 127 59C133 59 137 61 137 66C136 75 123 74 121 67' },
  { d: 'M20 84H42M69 76H91M118 84H140' },
];
