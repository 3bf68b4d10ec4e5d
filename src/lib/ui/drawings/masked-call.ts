import { somebody } from './figures';
import { box, circle, type Picture } from './shape';

/** A call from behind a mask: the phone rings, and nobody knows who it is. */
export const maskedCall: Picture = [
  ...somebody(124, 40, 'hair', 'clay'),
  { d: 'M86 26Q102 20 118 26V42Q116 57 102 62Q88 57 86 42Z', fill: 'paper' },
  { d: 'M92 37Q95.500 33 99 37M106 37Q109.500 33 113 37M95 48Q102 54 109 48' },
  { d: 'M102 62V90' },
  { d: circle(102, 88, 7), fill: 'skin' },
  { d: box(22, 22, 46, 86, 9), fill: 'plum' },
  { d: box(28, 31, 34, 62, 3), fill: 'paper' },
  {
    d: 'M37 47C35 49 35 53 37 57C40 65 45 71 50 73C53 74 56 73 57 71L52 65L48 67C45 64 43 61 42 58L46 55L42 47C40 45 39 45 37 47Z',
    fill: 'leaf',
  },
  { d: 'M41 100H49M12 38Q8 46 12 56M78 38Q82 46 78 56M4 32Q-2 46 4 62' },
];
