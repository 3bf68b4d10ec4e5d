import { parseArgs } from 'node:util';
import { say } from './say.mjs';
import { withTypescript } from './typescript.mjs';

// `npm run chaos`: plays seeded stories of lost power, broken lines and restored backups with a real server and the
// app's own clients, heals everything, and says whether anything was lost, doubled, or shown to the wrong person.

/** @typedef {{ control: boolean, run: () => Promise<{ what: string, acked: number, lost: number }> }} Trial */
/** @typedef {{ seed: number, acked: number, lost: number, duplicated: number, leaked: number, gaps: number, drainMs: number, bent: number, pruned: number, unbacked: number, story: string[] }} Outcome */

const help = `npm run chaos [-- --seed <n>] [--seeds <n>] [--rounds <n>] [--control] [--json] [--story]
npm run chaos -- --power [--seed <n>] [--cuts <n>]

  --seed <n>    the first story (1)
  --seeds <n>   how many stories, one after the other (1)
  --rounds <n>  how long a story is (10)
  --json        one line of JSON for each story: {seed, acked, lost, duplicated, leaked, gaps, drainMs, bent, pruned, unbacked}
  --control     with clients that believe a server whatever it forgot: this must lose something
  --story       what happened in it and what was found
  --power       cuts the power of a disk under a server and under a Chromium, lets another run full, and looks
                for what was acknowledged; one line of JSON for each trial; only root may
  --cuts <n>    how often (20)`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    control: { type: 'boolean', default: false },
    story: { type: 'boolean', default: false },
    power: { type: 'boolean', default: false },
    cuts: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) say(help);
else {
  const failed = await withTypescript(values.power ? cutPower : playStories);
  process.exitCode = failed > 0 ? 1 : 0;
}

/**
 * @param {import('./typescript.mjs').Load} load
 * @returns {Promise<number>} how many stories did not end well
 */
async function playStories(load) {
  /** @type {{ play: (seed: number, rounds: number, control: boolean) => Promise<Outcome> }} */
  const { play } = await load('tests/chaos/run.ts');
  let failed = 0;
  for (let n = 0; n < Number(values.seeds); n++) {
    const outcome = await play(Number(values.seed) + n, Number(values.rounds), values.control);
    const { seed, acked, lost, duplicated, leaked, gaps, drainMs, bent, pruned, unbacked, story } = outcome;
    const sound = lost + duplicated + leaked + gaps + bent === 0 && drainMs <= 60_000;
    if (!sound) failed += 1;
    say(
      values.json
        ? JSON.stringify({ seed, acked, lost, duplicated, leaked, gaps, drainMs, bent, pruned, unbacked })
        : `${sound ? '✓' : '✘'} seed ${seed}: ${acked} acknowledged, ${lost} lost, ${duplicated} doubled, ${leaked} leaked, ${gaps} gaps, ${bent} bent rows, ${pruned} let go, drained in ${drainMs} ms`,
    );
    if (values.story || (!sound && !values.json)) for (const line of story) say(`  ${line}`);
  }
  if (!values.json) say(`${Number(values.seeds) - failed} passed, ${failed} failed`);
  return failed;
}

/**
 * @param {import('./typescript.mjs').Load} load
 * @returns {Promise<number>} how many trials lost something that must not be lost, or saw nothing
 */
async function cutPower(load) {
  /** @type {{ powerTrials: (seed: number, cuts: number) => Promise<{ why: string, trials: Trial[] }> }} */
  const { powerTrials } = await load('tests/chaos/power.ts');
  const { why, trials } = await powerTrials(Number(values.seed), Number(values.cuts));
  if (why) {
    say(`skipped: ${why}`);
    return 0;
  }
  let failed = 0;
  for (const { control, run } of trials) {
    const outcome = await run();
    // A trial in which nobody was told anything, or whose control loses nothing, has seen nothing.
    if (outcome.acked === 0 || outcome.lost > 0 !== control) failed += 1;
    say(JSON.stringify(outcome));
  }
  return failed;
}
