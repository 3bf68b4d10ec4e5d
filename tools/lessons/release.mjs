import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../paths.mjs';
import { say } from '../say.mjs';
import { loadChecker } from './checker.mjs';

/**
 * Writes into the lock what is out from now on. Nothing that fails the checker, or lacks a clip, is released.
 * @param {string} today
 * @param {string[]} named the lessons and apps to release; all of them where none is named
 * @returns {Promise<number>} the exit code
 */
export async function release(today, named) {
  const { files, lockFile, prove, released, reportText, voiceFaults } = await loadChecker();
  const report = prove(files, today);
  report.violations.push(...(await voiceFaults(root, report.content)));
  const known = [...report.lessons, ...report.apps].map(({ id }) => id);
  const unknown = named.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    say(`There is no lesson or app ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
    return 1;
  }
  if (report.violations.length > 0) {
    say(`${reportText(report)}\n\nNothing is released: mend what is said above first.`);
    return 1;
  }
  const file = join(root, lockFile);
  const style = await resolveConfig(file);
  const lock = released(report.content, named);
  await writeFile(file, await format(JSON.stringify(lock), { ...style, filepath: file }));
  const names = named.length > 0 ? named : known;
  say(
    `Released in ${lockFile}: ${names.join(', ')}. Commit it; from now on a change needs a higher version.`,
  );
  return 0;
}
