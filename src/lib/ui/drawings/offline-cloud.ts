import { type Picture } from './shape';

/** No connection now: the cloud rests, the work goes on below. */
export const offlineCloud: Picture = [
  { d: 'M48 66A20 20 0 0 1 46 27A28 28 0 0 1 98 22A22 22 0 0 1 116 66Z', fill: 'water' },
  { d: 'M70 40V54M90 40V54' },
  { d: 'M80 72V76M80 84V88' },
  { d: 'M46 112V100L80 88L114 100V112Z', fill: 'clay' },
  { d: 'M72 112V104H88V112M34 112H126' },
];
