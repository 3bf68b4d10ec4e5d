import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Sends made-up residents through every lesson, and prints how many touches they needed against the shortest path.
 * @param {string} today
 * @param {number} residents
 * @param {number} seed of the first of them
 * @returns {Promise<number>} the exit code: 1 where somebody did not come to the end
 */
export async function walkAsNovice(today, residents, seed) {
  if (!Number.isInteger(residents) || residents < 1 || !Number.isInteger(seed)) {
    say('--residents and --seed are whole numbers, and there is at least one resident.');
    return 1;
  }
  const { files, passages, prove } = await loadChecker();
  const { content, violations } = prove(files, today);
  if (violations.length > 0) {
    say('Content has to hold first: npm run lessons.');
    return 1;
  }
  let [passed, failed] = [0, 0];
  for (const { value: lesson } of Object.values(content.lessons)) {
    const of = passages(content, lesson, residents, seed);
    if (of.finished === residents) passed += 1;
    else failed += 1;
    say(
      [
        `${of.finished === residents ? 'ok  ' : 'FAIL'}  ${lesson.id}`,
        `${of.finished} of ${residents} finished, ${of.passed} passed`,
        `shortest ${of.shortest} touches`,
        `mean ${of.mean.toFixed(0)} (${(of.mean / of.shortest).toFixed(1)}×)`,
        `95 % ${of.p95}`,
        `worst ${of.worst} (--seed ${of.worstSeed})`,
        `each ${of.slips.toFixed(1)} slips, ${of.hints.toFixed(1)} hints, ${of.pauses.toFixed(1)} times left`,
      ].join(' · '),
    );
  }
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
