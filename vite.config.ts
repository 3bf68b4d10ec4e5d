import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { content } from './src/lib/content/vite-plugin';
import { clips } from './src/lib/narration/vite-plugin';

// What two pages share travels as one file: eighty small ones cost a thin line more in headers and in lost compression
// than they save. Lessons and apps stay files of their own, and what draws and reads codes, for cards alone.
const everybody = [
  /node_modules\/(?!qr\/)|vite\/preload-helper/,
  /src\/lib\/(ui|words|ledger|session|sync|narration|settings)\/|(people|classes|cards)\/rows|cards\/(standing|scanner|shown)|routes\/Corner/,
];
/** What a device needs once a server knows somebody there (`session/with-server.ts`). */
const withServer =
  /src\/lib\/(sync\/(backend|device-token|syncing|exchange|push|pull|outgoing|pause|backoff|clock-skew|clock-runs|device-clock|window-name)|ledger\/(clock-said|custody|viewer|prune|ripen|seal-here|leave-out)|session\/(as-device|device-key|farewell|pair|senders|token-due|with-server)|fleet\/(heartbeat|look|line-meter|fault-book|version|boots))\.ts/;
/** What a phone at home never shows: the roll, the class, staff's words and forms, our own keyboard. */
const house = [
  /src\/lib\/((people|classes)(?!\/rows)|keyboard)\/|words\/(staff|names)|ledger\/desk/,
  /ui\/(Field|Tile|Table|Notice)\.svelte|ui\/drawings\/(people-list|learner-card)|session\/(ClockNotice|wrong-clock|house)/,
];
/** What comes when somebody asks for it. */
const later =
  /session\/(update|NoStore)|narration\/keep\.ts|words\/(cards|kiosk|settings|media|start)\.ts|ui\/drawings\/(posters|show-card)\.ts|settings\/(SettingsDialog|Stepper)|ui\/(Tabs|RadioGroup)\.svelte|sync\/(beat|fleet)/;
const fewer = [withServer, ...house, later];
const matches = (id: string, tests: readonly RegExp[]) => tests.some((test) => test.test(id));

/**
 * The list of lessons names their files, so it changes with every lesson. Under a name that never changes it changes alone,
 * and no file that names it has to come again; each build keeps its own (src/service-worker.ts).
 */
const ownName: Plugin = {
  name: 'nha-so:own-name',
  outputOptions(options) {
    const usual = options.chunkFileNames;
    if (typeof usual !== 'string' || !usual.includes('/immutable/')) return options; // what the server's build is called
    return { ...options, chunkFileNames: ({ name }) => (name === 'lessons' ? '_app/lessons.js' : usual) };
  },
};

export default defineConfig({
  plugins: [content({ prover: 'src/lib/lesson/prove.ts' }), clips(), sveltekit(), ownName],
  // The database as a module for browsers of today: smaller, and no loader for older kinds of modules comes along.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A group takes along whatever its modules need, so what fewer people need comes after what more do.
          groups: [
            {
              name: 'shared',
              test: (id) => matches(id, everybody) && !matches(id, fewer),
              minShareCount: 2,
            },
            // Styles come before they are needed, each file with headers of its own.
            { name: 'settings', test: /settings\/(SettingsDialog|Stepper)|ui\/(Tabs|RadioGroup)\.svelte/ },
            { name: 'lessons', test: /virtual:content\/catalogue/ },
            // A lesson until its first task.
            {
              name: 'lesson',
              test: /src\/lib\/(lesson|content|practice)\/(?!catalogue|posters|TaskStage|FieldKeyboard|PracticeScreen|widgets)/,
              minShareCount: 2,
            },
            { name: 'exchange', test: withServer },
            { name: 'house', test: (id) => matches(id, house), minShareCount: 2 },
          ],
        },
      },
    },
  },
});
