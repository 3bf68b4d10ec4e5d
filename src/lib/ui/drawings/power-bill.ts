import { box, circle, type Picture } from './shape';

/** The paper bill for electricity, with the customer code in a frame. */
export const powerBill: Picture = [
  { d: 'M30 8H96L110 22V112L100 106L90 112L80 106L70 112L60 106L50 112L40 106L30 112Z', fill: 'paper' },
  { d: 'M96 8V22H110' },
  { d: 'M46 16L36 34H45L41 48L55 29H46L52 16Z', fill: 'sun' },
  { d: 'M64 28H88M64 38H98' },
  { d: box(38, 54, 64, 16, 3), fill: 'water' },
  { d: 'M46 62h.01M54 62h.01M62 62h.01M70 62h.01M78 62h.01M86 62h.01M94 62h.01' },
  { d: 'M40 82H76M40 94H66M84 94H100' },
  { d: circle(132, 46, 17), fill: 'sun' },
  { d: 'M126 62V70H138V62M127 75H137M127 48L132 43L137 48' },
];
