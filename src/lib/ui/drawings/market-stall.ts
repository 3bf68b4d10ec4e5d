import { somebody } from './figures';
import { qrSign } from './qr-sign';
import { box, circle, type Picture } from './shape';

/** A market stall: who sells, what is sold, and the sign with the code to pay by. */
export const marketStall: Picture = [
  { d: 'M18 30V112M142 30V112' },
  ...somebody(52, 54, 'bun', 'leaf'),
  { d: box(10, 82, 140, 32, 4), fill: 'sand' },
  { d: circle(28, 78, 8), fill: 'clay' },
  { d: circle(44, 79, 7), fill: 'sun' },
  { d: circle(60, 78, 8), fill: 'leaf' },
  { d: 'M110 76V84M94 84H128' },
  ...qrSign(90, 38, 40),
  {
    d: 'M8 8H152L146 26C140 34 128 34 122 26C116 34 104 34 98 26C92 34 80 34 74 26C68 34 56 34 50 26C44 34 32 34 26 26C22 32 16 32 12 27Z',
    fill: 'clay',
  },
  { d: 'M50 8V26M98 8V26' },
];
