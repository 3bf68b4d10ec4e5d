import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dataFolder } from './flags.mjs';
import { isInstalled } from './install.mjs';
import { operatorHelp, sayings } from './operator-words.mjs';
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
  if (!isCommand(command)) {
    throw new Error(
      `Không có lệnh «${command}». Các lệnh: ${commands}.\nThere is no command «${command}». The commands are: ${commands}.`,
    );
  }
  const data = dataFolder(values.data);
  if (command !== 'add-house' && !existsSync(data)) {
    throw new Error(
      `Chưa có thư mục dữ liệu ${data}. Hãy bắt đầu bằng lệnh add-house.\nThere is no data folder ${data} yet. Begin with the command add-house.`,
    );
  }
  if (!isInstalled()) {
    throw new Error('Hãy chạy «npm ci» trước; cần chạy một lần.\nRun «npm ci» first; once is enough.');
  }
  const { ensureHooks } = await import('./hooks.mjs'); // the bundler is there only once all is installed
  await ensureHooks();
  const answer = JSON.parse(await runPocketbase([command, '--', ...words], { data }));
  const folder = values.data ? ` --data ${JSON.stringify(values.data)}` : '';
  say(sayings[command](answer, (line) => `npm run operator -- ${line}${folder}`).join('\n'));
}

const commands = Object.keys(sayings).join(', ');

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
