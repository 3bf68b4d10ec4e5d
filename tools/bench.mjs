import { parseArgs } from 'node:util';
import { benchLessons } from './bench/lessons.mjs';
import { print } from './bench/print.mjs';
import { say } from './say.mjs';
import { withTypescript } from './typescript.mjs';

// `npm run bench`: measures what has to stay fast as the project grows. A target that is missed is told and fails
// nothing: on a busy machine no figure is good. A part fails that could not measure.

const help = `npm run bench [-- <part> …] [--events <n>] [--json]

  lessons     proves ever more lessons
  commit      an event in a browser, on the disk before it counts
  push        events into a server, beside PocketBase's own batch API
  pull        events out of a server
  homecoming  thirty devices come back with a week's events each
  boot        a kiosk is switched on without a network, on a slowed processor
  fold        what an event costs as a history grows
  update      what one changed sentence costs a device on the line (builds twice)
  boards      the boards of classes and houses, at 1 million events and at 10 million (takes minutes and 8 GB)

  --events <n>  another size than the part's own; for boards the greatest
  --json        one JSON document a part instead of a table`;

/** @typedef {import('./bench/print.mjs').Report} Report */

/** The parts that are measured by files of tests/bench; `boards` only when it is named. */
const measured = ['commit', 'push', 'pull', 'homecoming', 'boot', 'fold', 'update', 'boards'];
const parts = ['lessons', ...measured];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) say(help);
else process.exitCode = (await benchAll()) > 0 ? 1 : 0;

/** @returns {Promise<number>} how many parts could not measure */
async function benchAll() {
  const unknown = positionals.filter((name) => !parts.includes(name));
  if (unknown.length > 0) say(`There is no part ${unknown.join(', ')}. The parts are: ${parts.join(', ')}`);
  const chosen = parts.filter((name) =>
    positionals.length === 0 ? name !== 'boards' : positionals.includes(name),
  );
  let [passed, failed] = [0, unknown.length];
  for (const name of chosen) {
    if (!values.json) say(`── ${name}`);
    if (await bench(name)) passed += 1;
    else failed += 1;
  }
  if (!values.json) say(`${passed} passed, ${failed} failed`);
  return failed;
}

/**
 * @param {string} name
 * @returns {Promise<boolean>} false where it could not measure
 */
async function bench(name) {
  if (name === 'lessons') return benchLessons();
  const size = values.events === undefined ? {} : { events: Number(values.events) };
  try {
    /** @type {Report} */
    const report = await withTypescript(async (load) => (await load(`tests/bench/${name}.ts`)).measure(size));
    print(name, report, values.json);
    return true;
  } catch (problem) {
    say(`${name} could not measure: ${problem instanceof Error ? problem.message : String(problem)}`);
    return false;
  }
}
