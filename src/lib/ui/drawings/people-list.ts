import { box, circle, type Picture } from './shape';

/** The list of people. */
export const peopleList: Picture = [
  { d: box(30, 8, 100, 104, 9), fill: 'paper' },
  { d: circle(52, 32, 9), fill: 'sun' },
  { d: circle(52, 61, 9), fill: 'plum' },
  { d: circle(52, 90, 9), fill: 'leaf' },
  { d: 'M70 32H96M70 61H92M70 90H98M106 31L111 36L119 26M106 60L111 65L119 55' },
];
