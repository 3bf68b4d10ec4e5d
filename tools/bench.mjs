import { benchLessons } from './bench/lessons.mjs';
import { say } from './say.mjs';

// `npm run bench`: measures what has to stay fast as the project grows. `npm run bench -- lessons` runs one part.

/** @type {Record<string, () => Promise<boolean>>} each says what it measured, and whether that is good enough */
const parts = { lessons: benchLessons };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  say(`There is no part ${unknown.join(', ')}. The parts are: ${Object.keys(parts).join(', ')}`);
const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));
let [passed, failed] = [0, unknown.length];
for (const [name, measure] of chosen) {
  say(`── ${name}`);
  if (await measure()) passed += 1;
  else failed += 1;
}
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
