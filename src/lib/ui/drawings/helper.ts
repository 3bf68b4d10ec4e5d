import { somebody } from './figures';
import { type Picture } from './shape';

/** Somebody who helps, hand raised in greeting. */
export const helper: Picture = [
  { d: 'M104 84C114 78 120 66 120 50L131 50C132 70 126 88 112 98Z', fill: 'leaf' },
  {
    d: 'M118 52C114 44 112 34 116 33C119 32 120 38 121 40L120 26C120 22 125 22 125 26L126 38L130 27C131 23 136 25 135 29L132 52Z',
    fill: 'skin',
  },
  ...somebody(78, 52, 'hair', 'leaf'),
  { d: 'M66 76L78 88L90 76M78 88V108' },
];
