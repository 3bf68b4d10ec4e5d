/** Vietnamese out of single keys: pure, without state, without imports from outside this folder (README.md). */
export { compose, erase, type Method, type Writing } from './compose';
export { isTone, lastWord, tones, type Tone } from './letters';
export type { Placement } from './settle';
