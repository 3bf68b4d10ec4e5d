import type { Words } from './words.svelte';

const files = import.meta.glob<Words>(
  [
    '/content/words/*/*.json',
    '!/content/words/*/house.json',
    '!/content/words/*/device.json',
    '!/content/words/*/cardmaking.json',
    '!/content/words/*/cards.json',
    '!/content/words/*/kiosk.json',
    '!/content/words/*/settings.json',
    '!/content/words/*/media.json',
    '!/content/words/*/start.json',
    '!/content/words/*/bulletins.json',
    '!/content/words/*/aside.json',
    '!/content/words/*/staff.json',
    '!/content/words/*/fleet.json',
  ],
  { eager: true, import: 'default' },
);

function byLanguage(lang: string): Record<string, Words> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`/content/words/${lang}/`))
      .map(([path, words]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), words]),
  );
}

/** The words of residents' screens, which are there at once, by language and namespace (one JSON file of content/words a namespace). */
export const interfaceWords = { vi: byLanguage('vi'), en: byLanguage('en') };
