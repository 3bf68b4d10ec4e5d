import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>('/content/words/*/start.json', { eager: true, import: 'default' });

/** The words where the app cannot begin at all. */
export const startWords = {
  vi: files['/content/words/vi/start.json'] ?? {},
  en: files['/content/words/en/start.json'] ?? {},
};

addWords('start', startWords);
