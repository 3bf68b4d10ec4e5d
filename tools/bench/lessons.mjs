import { loadChecker } from '../lessons/checker.mjs';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';

/** How many lessons there are to prove; every tenth lesson brings an app of its own. */
const counts = [10, 100, 1000];

/** A lesson among 1,000 may cost this many times what it costs among 100: what is linear costs the same. */
const mostRatio = 1.5;

/**
 * Proves ever more lessons and apps, and compares what one of them costs.
 * @returns {Promise<boolean>} whether the cost of a lesson stays the same
 */
export async function benchLessons() {
  const { begun, files, prove, readTemplates } = await loadChecker();
  const templates = await readTemplates(root);
  const base = Object.fromEntries(
    Object.entries(files).filter(
      ([file]) => !/^content\/(lessons|apps|misconceptions|competencies|lock)/.test(file),
    ),
  );
  const needed = Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => /(eid\.keep-codes|links-are-official)\.yaml$/.test(file))
      .map(([file, text]) => [file, text.replace(/^lesson: .*$/m, '')]),
  );
  prove(collection(10), '2026-01-01'); // the first time everything is compiled
  /** @type {number[]} */
  const costs = [];
  for (const count of counts) {
    const all = collection(count);
    const began = performance.now();
    const { lessons, apps, violations } = prove(all, '2026-01-01');
    const ms = performance.now() - began;
    if (violations.length > 0)
      throw new Error(`the lessons to measure with are not good: ${violations[0]?.message}`);
    costs.push(ms / count);
    say(
      `${String(lessons.length).padStart(5)} lessons, ${String(apps.length).padStart(3)} apps: ${ms.toFixed(0).padStart(6)} ms, ${(ms / count).toFixed(2)} ms a lesson`,
    );
  }
  const ratio = (costs[2] ?? Infinity) / (costs[1] ?? 1);
  say(`a lesson among 1,000 costs ${ratio.toFixed(2)} times one among 100 (at most ${mostRatio})`);
  return ratio <= mostRatio;

  /** @param {number} count */
  function collection(count) {
    /** @type {Record<string, string>} */
    const all = { ...base, ...needed };
    for (let index = 0; index < count; index += 1) {
      const app = `bench-${index - (index % 10)}`;
      if (index % 10 === 0) Object.assign(all, begun({ app, lesson: `${app}-lesson` }, templates));
      else Object.assign(all, varied(begun({ lesson: `bench-${index}` }, templates), app, index));
    }
    return all;
  }
}

/**
 * A lesson in that app, longer or shorter by its number.
 * @param {Record<string, string>} files
 * @param {string} app
 * @param {number} index
 */
function varied(files, app, index) {
  const extra = index % 5;
  /** @param {string} before @param {(n: number) => string} one */
  const more = (before, one) => before + Array.from({ length: extra }, (_, n) => one(n)).join('');
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      if (file.endsWith('/lesson.yaml'))
        return [
          file,
          more(
            text.replaceAll('app: vneid, from: phone, goal: welcome', `app: ${app}, from: home, goal: sent`),
            (n) => `\n  - id: more-${n}\n    explain: { parts: [one, two] }\n`,
          ),
        ];
      return [file, more(text, (n) => `\nmore-${n}:\n  title: T\n  one: Một.\n  two: Hai.\n`)];
    }),
  );
}
