import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>('/content/words/*/media.json', { eager: true, import: 'default' });

/** The words around what plays on a house's screen, and of an emergency there; no other device shows them. */
export const mediaWords = {
  vi: files['/content/words/vi/media.json'] ?? {},
  en: files['/content/words/en/media.json'] ?? {},
};

addWords('media', mediaWords);
