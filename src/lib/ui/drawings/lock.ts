import { box, type Picture } from './shape';

/** Locked: kept for its owner only. */
export const lock: Picture = [
  { d: 'M54 56V40A26 26 0 0 1 106 40V56H94V42A14 14 0 0 0 66 42V56Z', fill: 'water' },
  { d: box(40, 54, 80, 58, 12), fill: 'sun' },
  { d: 'M72 78A8 8 0 1 1 84 84.9L87 98H73L76 84.9A8 8 0 0 1 72 78Z', fill: 'line' },
];
