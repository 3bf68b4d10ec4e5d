import { language, type Language } from '$lib/words/words.svelte';
import { readIndex, type Has } from './clip-index';
import { clipName } from './hash';

/** Where the clips of a language, their index and the lists of what belongs to a lesson are served. */
export const clipFolder = (lang: string) => `/audio/${lang}`;

const indexes = new Map<Language, Promise<Has>>();

/**
 * Brings the index of a language, once: what there is can then be told without asking. Where it cannot be had
 * nothing has a clip, and the next call asks again.
 */
export function clipsOf(lang: Language = language.current): Promise<Has> {
  const known = indexes.get(lang);
  if (known) return known;
  const asked = bring(lang);
  indexes.set(lang, asked);
  return asked;
}

async function bring(lang: Language): Promise<Has> {
  try {
    const answer = await fetch(`${clipFolder(lang)}/index.txt`);
    const text = answer.ok ? await answer.text() : '';
    return readIndex(text);
  } catch {
    indexes.delete(lang); // no network: it may come back
    return () => false;
  }
}

/** The address of the clip that speaks a text. */
export function clipUrl(text: string, lang: Language = language.current): string {
  return `${clipFolder(lang)}/${clipName(text)}.m4a`;
}
