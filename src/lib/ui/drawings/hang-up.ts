import { box, type Picture } from './shape';

/** A finger puts the phone down: no offence, and it is over. */
export const hangUp: Picture = [
  { d: box(34, 6, 66, 108, 10), fill: 'plum' },
  { d: box(41, 16, 52, 84, 3), fill: 'paper' },
  { d: 'M55 33H79M51 42H83' },
  { d: 'M67 58A17 17 0 1 1 66.900 58Z', fill: 'clay' },
  { d: 'M57 78C62 72 72 72 77 78L74 82L70 79V76M57 78L60 82L64 79V76' },
  {
    d: 'M76 82C73 80 74 76 78 76L104 78L100 73C98 69 102 66 105 69L124 82C130 86 132 92 131 98L128 112H106C100 106 98 100 98 94L78 86Z',
    fill: 'skin',
  },
  { d: 'M104 118L105 108Q118 103 131 107L132 118Z', fill: 'leaf' },
  { d: 'M112 30L120 24M116 42H126M110 18L112 10' },
];
