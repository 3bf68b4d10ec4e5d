import { parseArgs } from 'node:util';

/** What `npm run narrate -- --help` says. */
export const help = `npm run narrate: gives a voice to every text that residents see and that has none, or a wrong one.

  npm run narrate -- [options]

  --engine <name>   the voice that speaks: espeak (espeak-ng, as it is), piper (a model you have)
  --model <file>    the model of an engine that needs one
  --only <ids>      only these string ids, or what begins with them: vi:learn, vi:lesson-vneid-activate:why
  --again           also what has a clip already; recordings of people stay
  --dry-run         say what would be done, and do nothing
  --list-missing    name every text without a clip, or with one that is out of date
  --list-unknown    name every word that content/spoken does not say how to speak
  --prune           take away clips of texts that are shown no more
  --help            this text`;

/**
 * @typedef {object} Flags
 * @property {string} engine
 * @property {string | undefined} model
 * @property {string[]} only
 * @property {boolean} again
 * @property {boolean} dryRun
 * @property {boolean} listMissing
 * @property {boolean} listUnknown
 * @property {boolean} prune
 * @property {boolean} help
 */

/**
 * Reads the flags of `npm run narrate`; throws where one is unknown.
 * @param {string[]} args
 * @returns {Flags}
 */
export function readFlags(args) {
  const { values } = parseArgs({
    args,
    options: {
      engine: { type: 'string', default: 'espeak' },
      model: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      again: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'list-missing': { type: 'boolean', default: false },
      'list-unknown': { type: 'boolean', default: false },
      prune: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    engine: values.engine,
    model: values.model,
    again: values.again,
    prune: values.prune,
    help: values.help,
    only: values.only.flatMap((one) => one.split(',')).map((one) => one.replace(/^vi:/, '')),
    dryRun: values['dry-run'],
    listMissing: values['list-missing'],
    listUnknown: values['list-unknown'],
  };
}
