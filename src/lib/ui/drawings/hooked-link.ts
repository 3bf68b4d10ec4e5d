import { box, type Picture } from './shape';

/** A link as bait on a hook. */
export const hookedLink: Picture = [
  { d: 'M6 92Q24 82 42 92T78 92T114 92Q132 82 150 92V116H6Z', fill: 'water', bare: true },
  { d: 'M80 2V28' },
  { d: box(26, 28, 108, 34, 12), fill: 'sun' },
  { d: 'M52 38H62A7 7 0 0 1 62 52H52A7 7 0 0 1 52 38Z' },
  { d: 'M72 38H82A7 7 0 0 1 82 52H72A7 7 0 0 1 72 38ZM60 45H74' },
  { d: 'M98 40H122M98 50H114' },
  { d: 'M80 62V86C80 104 102 106 104 88L98 92M104 88L109 94' },
  { d: 'M22 100C30 90 44 90 52 98L62 92V110L52 104C44 112 30 110 22 100Z', fill: 'clay' },
  { d: 'M32 99v.01M6 92Q24 82 42 92T78 92M86 95Q98 100 114 92Q132 82 150 92' },
];
