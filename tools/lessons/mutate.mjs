import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Breaks good content in every known way, and prints which rule caught it.
 * @param {string} today
 * @returns {Promise<number>} the exit code
 */
export async function mutate(today) {
  const { files, mutations } = await loadChecker();
  let [caughtCount, missedCount] = [0, 0];
  for (const { area, what, rule, caught, violations } of mutations(files, today)) {
    if (caught) {
      caughtCount += 1;
      say(`caught  ${area.padEnd(8)} ${what}  →  ${rule}  (${caught.file}:${caught.line})`);
    } else {
      missedCount += 1;
      const said = [...new Set(violations.map((one) => one.rule))].join(', ') || 'nothing';
      say(`MISSED  ${area.padEnd(8)} ${what}  →  not ${rule} but ${said}`);
    }
  }
  say(`${caughtCount} breakages caught, ${missedCount} missed`);
  return missedCount > 0 ? 1 : 0;
}
