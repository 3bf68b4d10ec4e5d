import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Proves all content and prints the report.
 * @param {string} today
 * @param {{ json: boolean }} as
 * @returns {Promise<number>} the exit code
 */
export async function report(today, { json }) {
  const { files, prove, reportJson, reportText } = await loadChecker();
  const proved = prove(files, today);
  say(json ? JSON.stringify(reportJson(proved), null, 2) : reportText(proved));
  return proved.violations.length > 0 ? 1 : 0;
}
