import { join } from 'node:path';
import { createServer } from 'vite';
import { ensureHooks } from './hooks.mjs';
import { greeting } from './greeting.mjs';
import { root } from './paths.mjs';
import { runPocketbase, startPocketbase, untilWell } from './pocketbase.mjs';
import { say } from './say.mjs';

// `npm run dev`: the web app with live reload, against a local PocketBase with demo data. Hooks are bundled
// anew when their sources change, and PocketBase starts again by itself.

const port = Number(process.env['PORT'] ?? 5173);
const api = 'http://127.0.0.1:8091';
const data = join(root, 'pb_data');

await ensureHooks();
const report = JSON.parse(await runPocketbase(['demo'], { data }));
const code = report && JSON.parse(await runPocketbase(['pair-code', report.houses[0].id, '1440'], { data }));
const server = startPocketbase(['serve', '--http=127.0.0.1:8091', '--hooksWatch=true'], { data });
await untilWell(server, api);
server.stdout.resume();
server.stderr.pipe(process.stderr);

process.chdir(root);
const vite = await createServer({
  server: { host: '127.0.0.1', port, proxy: { '/api': { target: api } } },
});
vite.watcher.add(join(root, 'pocketbase/hooks'));
vite.watcher.on('all', (_what, path) => {
  if (!/[/\\](pocketbase[/\\]hooks|src[/\\]lib[/\\](ledger|sync))[/\\]/.test(path)) return;
  ensureHooks().catch((/** @type {unknown} */ problem) => console.error(String(problem)));
});
await vite.listen();
say(greeting(`http://127.0.0.1:${port}`, report, code));

const stop = async () => {
  server.kill('SIGTERM');
  await vite.close();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
