import i18next from 'i18next';
import { interfaceWords } from './interface';

/** The languages of every screen; Vietnamese first. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words of one language: nested objects whose leaves are texts with `{{variables}}`. */
export type Words = { [key: string]: string | Words };

const engine = i18next.createInstance();
void engine.init({
  lng: 'vi',
  fallbackLng: 'vi',
  initAsync: false,
  resources: interfaceWords,
  ns: Object.keys(interfaceWords.vi),
  defaultNS: 'common',
  interpolation: { escapeValue: false }, // Svelte escapes what it shows
  returnNull: false,
});

let current = $state<Language>('vi');
let added = $state(0);

/** The language on screen now; setting it re-renders every text. */
export const language = {
  get current(): Language {
    return current;
  },
  set current(next: Language) {
    void engine.changeLanguage(next);
    current = next;
  },
};

/** Makes the words of a lesson or app speakable as `namespace:key`, in every language at once. */
export function addWords(namespace: string, words: Record<Language, Words>): void {
  for (const lang of languages) engine.addResourceBundle(lang, namespace, words[lang], true, true);
  added += 1;
}

/** The text of a string id (`namespace:key.path`) in the current language; the id itself where none exists. */
export function t(id: string, variables?: Record<string, string | number>): string {
  void added;
  return engine.t(id, { lng: current, ...variables });
}

/** The text of a string id with its `{{variables}}` still open. */
export function template(id: string): string {
  void added;
  return engine.t(id, { lng: current, skipInterpolation: true });
}

/** True where the id has words of its own in the current language. */
export function hasWords(id: string): boolean {
  void added;
  return engine.exists(id, { lng: current });
}
