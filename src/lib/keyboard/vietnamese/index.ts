/** Vietnamese out of single keys: pure, without state, without imports from outside this folder (README.md). */
export { compose, erase, type Method } from './compose';
export { lastWord, tones } from './letters';
export type { Placement } from './settle';
