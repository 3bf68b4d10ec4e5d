import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './src/lib/content/vite-plugin';
import { clips } from './src/lib/narration/vite-plugin';

export default defineConfig({
  plugins: [content({ prover: 'src/lib/lesson/prove.ts' }), clips(), sveltekit()],
  build: {
    rolldownOptions: {
      output: {
        // What two pages share travels as one file: eighty small ones cost a thin line more in headers and in
        // lost compression than they save. Lessons and apps stay files of their own.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /node_modules|src\/lib\/(ui|words|ledger|session|sync|narration|settings)\/|people\/rows/,
              minShareCount: 2,
            },
            // What a phone at home never shows: the roll, the class, our own keyboard.
            { name: 'house', test: /src\/lib\/(people|classes|keyboard)\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
