import { clipName } from './hash';

/** How much of a clip's name the index of a language keeps: its last five characters tell thousands apart. */
const keptOfName = 5;

/** Which texts of a language have a clip. */
export type Has = (text: string) => boolean;

/** The index of clips, by their names: the ends of all names, written one after the other. */
export function indexText(names: readonly string[]): string {
  return names.map((name) => name.slice(-keptOfName)).join('');
}

/** Reads an index; what is none, as a page that came instead, has no clip. */
export function readIndex(text: string): Has {
  const ends = new Set(/^[0-9a-z]*$/.test(text) ? text.match(new RegExp(`.{${keptOfName}}`, 'g')) : []);
  return (shown) => ends.has(clipName(shown).slice(-keptOfName));
}
