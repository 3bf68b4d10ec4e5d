import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>('/content/words/*/kiosk.json', { eager: true, import: 'default' });

/** The words of a screen in a public room; a phone at home need not wait for them. */
export const kioskWords = {
  vi: files['/content/words/vi/kiosk.json'] ?? {},
  en: files['/content/words/en/kiosk.json'] ?? {},
};

addWords('kiosk', kioskWords);
