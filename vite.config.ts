import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './src/lib/content/vite-plugin';
import { clips } from './src/lib/narration/vite-plugin';

export default defineConfig({
  plugins: [content({ prover: 'src/lib/lesson/prove.ts' }), clips(), sveltekit()],
  // The database as a module for browsers of today: smaller, and no loader for older kinds of modules comes along.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  build: {
    rolldownOptions: {
      output: {
        // What two pages share travels as one file: eighty small ones cost a thin line more in headers and in
        // lost compression than they save. Lessons and apps stay files of their own.
        codeSplitting: {
          groups: [
            // What draws and reads codes is for staff and for cards alone.
            {
              name: 'shared',
              test: /node_modules\/(?!qr\/)|src\/lib\/(ui|words(?!\/(staff|cards))|ledger|session|sync|narration|settings)\/|(people|classes)\/rows|routes\/Corner/,
              minShareCount: 2,
            },
            // A lesson until its first task.
            {
              name: 'lesson',
              test: /src\/lib\/(lesson|content|practice)\/(?!catalogue|TaskStage|FieldKeyboard|PracticeScreen|widgets)/,
              minShareCount: 2,
            },
            // What a phone at home never shows: the roll, the class, staff's words, our own keyboard.
            {
              name: 'house',
              test: /src\/lib\/(people|classes|keyboard)\/|words\/staff/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
