import { run } from '../run.mjs';

// espeak-ng: a formant synthesiser in Debian. The program is GPL-3.0-or-later; what it says is nobody's work but the
// text's, so the sound may be handed on freely.

/** As espeak counts; measured, the voice then says about 130 syllables a minute, rests included. */
const speed = 110;

/** The northern voice: recognised far better than espeak's southern one (docs/narration.md has the figures). */
const voice = 'vi';

/** @type {import('../engine').Engine} */
export const espeak = {
  name: 'espeak-ng',
  licence: 'CC0-1.0',
  voice: `${voice} ${speed}`,
  check: async () => {
    await run('espeak-ng', ['--version']);
  },
  speak: async (words, file) => {
    await run('espeak-ng', ['-v', voice, '-s', String(speed), '-w', file, '--stdin'], words);
  },
};
