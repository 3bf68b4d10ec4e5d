import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './src/lib/content/vite-plugin';

export default defineConfig({ plugins: [content({ prover: 'src/lib/lesson/prove.ts' }), sveltekit()] });
