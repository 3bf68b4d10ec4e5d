import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NotRestored, restore } from './backup/restore.mjs';
import { finishSwap } from './backup/swap.mjs';
import { dataFolder } from './flags.mjs';
import { isInstalled } from './install.mjs';
import { notRestored, operatorHelp, restored, sayings } from './operator-words.mjs';
import { runPocketbase } from './pocketbase.mjs';
import { say } from './say.mjs';

// `npm run operator`: makes houses and accounts and does what else the person does who looks after the server. The
// commands themselves are pocketbase/hooks/operator's; they bring the data folder up to date before they act.

async function operate() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [command, ...words] = positionals;
  if (values.help || command === undefined) return say(operatorHelp);
  if (command !== 'restore' && !isCommand(command)) {
    throw new Error(
      `Không có lệnh «${command}». Các lệnh: ${commands}.\nThere is no command «${command}». The commands are: ${commands}.`,
    );
  }
  const data = dataFolder(values.data);
  finishSwap(data);
  if (command !== 'add-house' && command !== 'restore' && !existsSync(data)) {
    throw new Error(
      `Chưa có thư mục dữ liệu ${data}. Hãy bắt đầu bằng lệnh add-house.\nThere is no data folder ${data} yet. Begin with the command add-house.`,
    );
  }
  if (!isInstalled()) {
    throw new Error('Hãy chạy «npm ci» trước; cần chạy một lần.\nRun «npm ci» first; once is enough.');
  }
  const { ensureHooks } = await import('./hooks.mjs'); // the bundler is there only once all is installed
  await ensureHooks();
  if (command === 'restore') return say(await putBack(data, words));
  const answer = JSON.parse(await runPocketbase([command, '--', ...words], { data }));
  const folder = values.data ? ` --data ${JSON.stringify(values.data)}` : '';
  if (command === 'backup' && answer.state !== 'good') process.exitCode = 1;
  say(sayings[command](answer, (line) => `npm run operator -- ${line}${folder}`).join('\n'));
}

const commands = [...Object.keys(sayings), 'restore'].join(', ');

/**
 * Puts a backup in the place of the data folder: a file by its path, or by its name among the server's own.
 * @param {string} data
 * @param {string[]} words
 */
async function putBack(data, words) {
  const [typed] = words;
  if (typed === undefined || words.length > 1) throw new Error(notRestored('no-word', ''));
  const own = join(data, 'backups', typed);
  const file = existsSync(own) ? own : resolve(process.env['INIT_CWD'] ?? '.', typed);
  try {
    return restored(await restore(data, file, new Date()));
  } catch (problem) {
    if (problem instanceof NotRestored)
      throw new Error(notRestored(problem.why, problem.message), { cause: problem });
    throw problem;
  }
}

/**
 * @param {string} word
 * @returns {word is keyof typeof sayings}
 */
function isCommand(word) {
  return Object.hasOwn(sayings, word);
}

try {
  await operate();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
