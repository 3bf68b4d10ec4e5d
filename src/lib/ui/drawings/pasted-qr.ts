import { box, type Picture } from './shape';

/** The code of a shop, and a piece of paper with another code stuck over it. Squares only: nothing can scan them. */
export const pastedQr: Picture = [
  { d: 'M10 100H150L146 114H14Z', fill: 'clay' },
  { d: 'M58 100L66 86H94L102 100Z', fill: 'sand' },
  { d: box(34, 6, 92, 84, 8), fill: 'paper' },
  { d: box(44, 16, 20, 20, 2), fill: 'line' },
  { d: box(96, 16, 20, 20, 2), fill: 'line' },
  { d: box(44, 60, 20, 20, 2), fill: 'line' },
  { d: 'M74 18H84M74 28H80M72 62V78M82 70H88M104 74H114' },
  { d: 'M72 34L124 26L134 76L82 84Z', fill: 'sun' },
  { d: 'M82 42L96 40L98 54L84 56Z', fill: 'plum' },
  { d: 'M108 38L119 36L121 47L110 49Z', fill: 'plum' },
  { d: 'M88 66L99 64L101 74L90 76Z', fill: 'plum' },
  { d: 'M110 60L124 58M112 69L118 68' },
  { d: 'M124 26L112 40L128 40Z', fill: 'paper' },
];
