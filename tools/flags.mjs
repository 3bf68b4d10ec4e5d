import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';

/** What `npm start -- --help` says. */
export const help = `npm start: installs, builds and runs Nhà Số with demo data on this machine.

  npm start -- [options]

  --port <number>   port to listen on (8090)
  --host <address>  address to listen on (127.0.0.1); beyond this machine only without demo accounts
  --data <folder>   data folder (pb_data); an empty one is filled with the demo
  --no-demo         no demo data: starts empty, or with what the folder holds
  --help            this text`;

/**
 * Reads the flags of `npm start`; throws with a sentence where they make no sense.
 * @param {string[]} args
 */
export function readFlags(args) {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      port: { type: 'string', default: '8090' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port must be a number from 1 to 65535, not «${values.port}».`);
  }
  const beyond = !/^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(values.host);
  if (beyond && values.demo) {
    throw new Error(
      `Demo accounts have a password that everybody knows, so the demo is served on 127.0.0.1 only, not on ${values.host}.\n` +
        'To serve other machines: npm start -- --no-demo --data <another folder> --host ' +
        values.host,
    );
  }
  return {
    port,
    host: values.host,
    data: dataFolder(values.data),
    demo: values.demo,
    help: values.help,
  };
}

/**
 * The data folder that is meant: as it was typed, seen from where npm was called, or the project's own.
 * @param {string | undefined} typed
 */
export function dataFolder(typed) {
  return typed ? resolve(process.env['INIT_CWD'] ?? '.', typed) : resolve(root, 'pb_data');
}
