import { qrSign } from './qr-sign';
import { box, circle, type Picture } from './shape';

/** A learner's card: the code, and the picture by which its holder knows it. */
export const learnerCard: Picture = [
  { d: box(10, 16, 140, 88, 10), fill: 'sand' },
  ...qrSign(22, 30, 60),
  { d: circle(116, 48, 17), fill: 'leaf' },
  { d: 'M109 48L114 54L124 42M98 78H134M104 90H128' },
];
