import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';

// Piper: a neural voice that runs on any machine, with a model that you bring (`--model <file>.onnx`). Beside the
// model stand its `.onnx.json` and a `.licence` file, whose first line is the licence of what it says.

/**
 * @param {string | undefined} model
 * @returns {import('../engine').Engine}
 */
export function piper(model) {
  const beside = `${model ?? ''}.licence`;
  return {
    name: 'piper',
    licence: existsSync(beside) ? (readFileSync(beside, 'utf8').split('\n')[0] ?? '').trim() : '',
    voice: path.basename(model ?? '', '.onnx'),
    check: async () => {
      if (!model || !existsSync(model)) throw new Error('Say which model speaks: --model <file>.onnx');
      if (!existsSync(beside))
        throw new Error(`Write under what licence its voice may be handed on, as one line, into ${beside}`);
      await run('python3', ['-c', 'import piper']);
    },
    speak: async (words, file) => {
      await run(
        'python3',
        ['-m', 'piper', '--model', model ?? '', '--length-scale', '1.15', '--output-file', file],
        words,
      );
    },
  };
}
