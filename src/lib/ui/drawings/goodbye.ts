import { somebody } from './figures';
import { type Picture } from './shape';

/** Good-bye at the door: the screen forgets. */
export const goodbye: Picture = [
  { d: 'M92 112V14H144V112Z', fill: 'sun' },
  { d: 'M92 14L122 24V118L92 112Z', fill: 'clay' },
  { d: 'M113 68V74' },
  { d: 'M74 84C82 76 84 66 82 54L91 52C94 68 92 82 82 94Z', fill: 'water' },
  {
    d: 'M81 55C76 48 74 40 78 39C80 38 82 42 83 44L83 32C84 28 88 28 88 32L89 42L93 34C95 31 99 33 97 37L92 54Z',
    fill: 'skin',
  },
  ...somebody(50, 54, 'hat', 'water'),
  { d: 'M8 112H92M144 112H154' },
];
