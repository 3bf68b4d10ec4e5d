import { box, circle, type Picture } from './shape';

/** A page, and a glass over the end of its address. */
export const addressBar: Picture = [
  { d: box(10, 14, 122, 96, 8), fill: 'paper' },
  { d: 'M10 44V22A8 8 0 0 1 18 14H124A8 8 0 0 1 132 22V44Z', fill: 'water' },
  { d: box(20, 22, 102, 15, 7), fill: 'paper' },
  { d: 'M29 29.500H60M22 58H84M22 70H70M22 82H78M22 94H56' },
  { d: 'M122 70L130 64L153 96A5 5 0 0 1 145 102Z', fill: 'clay' },
  { d: circle(106, 42, 29), fill: 'sun' },
  { d: 'M88 48v.01M94 36L101 50L108 36M114 50V36L126 50V36' },
];
