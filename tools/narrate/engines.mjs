import { espeak } from './engines/espeak.mjs';
import { piper } from './engines/piper.mjs';

/**
 * The voice of a name.
 * @param {import('./flags.mjs').Flags} flags
 * @returns {import('./engine').Engine}
 */
export function engineOf({ engine, model }) {
  if (engine === 'espeak') return espeak;
  if (engine === 'piper') return piper(model);
  throw new Error(`There is no engine «${engine}»; there are espeak and piper.`);
}
