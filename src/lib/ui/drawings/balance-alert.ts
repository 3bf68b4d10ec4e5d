import { box, circle, type Picture } from './shape';

/** One's own phone rings its bell: the money is in. */
export const balanceAlert: Picture = [
  { d: box(46, 6, 64, 108, 10), fill: 'plum' },
  { d: box(53, 16, 50, 84, 3), fill: 'paper' },
  {
    d: 'M64 60H92C88 55 89 50 88 44C87 36 83 33 78 33S69 36 68 44C67 50 68 55 64 60Z',
    fill: 'sun',
  },
  { d: 'M73 64A5 5 0 0 0 83 64M78 33V28M62 74H94M62 84H82' },
  { d: circle(122, 82, 20), fill: 'leaf' },
  { d: 'M112 82L120 90L133 74' },
  { d: circle(30, 42, 17), fill: 'sun' },
  { d: 'M33 33V47A6 6 0 1 1 33 42M29 36H38M26 53H35M12 74H38M31 67L38 74L31 81' },
];
