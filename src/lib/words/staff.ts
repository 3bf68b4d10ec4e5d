import { addWords, type Words } from './words.svelte';

const files = import.meta.glob<Words>(
  [
    '/content/words/*/house.json',
    '/content/words/*/device.json',
    '/content/words/*/cardmaking.json',
    '/content/words/*/aside.json',
    '/content/words/*/staff.json',
    '/content/words/*/fleet.json',
    '/content/words/*/bulletins.json',
  ],
  { eager: true, import: 'default' },
);
const wordsOf = (lang: string, namespace: string) => files[`/content/words/${lang}/${namespace}.json`] ?? {};

/** The words of the screens of staff by namespace and language; a resident's phone need not wait for them. */
export const staffWords = Object.fromEntries(
  ['house', 'device', 'cardmaking', 'aside', 'staff', 'fleet', 'bulletins'].map((name) => [
    name,
    { vi: wordsOf('vi', name), en: wordsOf('en', name) },
  ]),
);

for (const [namespace, words] of Object.entries(staffWords)) addWords(namespace, words);
