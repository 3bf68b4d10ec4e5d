import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>('/content/words/*/cards.json', { eager: true, import: 'default' });

/** The words of whoever shows a card; a phone at home, which reads none, need not wait for them. */
export const cardWords = {
  vi: files['/content/words/vi/cards.json'] ?? {},
  en: files['/content/words/en/cards.json'] ?? {},
};

addWords('cards', cardWords);
