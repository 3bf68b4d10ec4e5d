import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Proves all content and prints the report.
 * @param {string} today
 * @param {{ json: boolean, voices: boolean }} as `voices`: the clips of all texts are looked at as well
 * @returns {Promise<number>} the exit code
 */
export async function report(today, { json, voices }) {
  const { files, prove, readVoice, reportJson, reportText, voicedLanguages, voiceFaults, withClips } =
    await loadChecker();
  const found = await Promise.all(voicedLanguages.map((lang) => readVoice(root, lang)));
  const proved = withClips(
    prove(files, today),
    found.map(({ manifest }) => manifest),
  );
  if (voices) proved.violations.push(...(await voiceFaults(root, proved.content)));
  say(json ? JSON.stringify(reportJson(proved), null, 2) : reportText(proved));
  return proved.violations.length > 0 ? 1 : 0;
}
