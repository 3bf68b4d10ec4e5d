import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>('/content/words/*/settings.json', { eager: true, import: 'default' });

/** The words of whoever changes how they see and hear; most never do, and nobody waits for them. */
export const settingsWords = {
  vi: files['/content/words/vi/settings.json'] ?? {},
  en: files['/content/words/en/settings.json'] ?? {},
};

addWords('settings', settingsWords);
