import { clipName } from './hash';

/**
 * How finely the index tells texts apart: 22 bits of a clip's name. With five thousand clips one text in eight
 * hundred that has none is taken to have one, and is met by silence; the index is six kilobytes on the line.
 */
const places = 2 ** 22;

/** Which texts of a language have a clip. */
export type Has = (text: string) => boolean;

/** Where the clip of a name stands in the index. */
function placeOf(name: string): number {
  return parseInt(name, 36) % places;
}

/** The index of clips, by their names: the way from each place to the next, in base 36, which packs well. */
export function indexText(names: readonly string[]): string {
  const sorted = [...new Set(names.map(placeOf))].sort((a, b) => a - b);
  return sorted.map((place, at) => (place - (sorted[at - 1] ?? 0)).toString(36)).join(' ');
}

/** Reads an index; what is none, as a page that came instead, has no clip. */
export function readIndex(text: string): Has {
  const there = new Set<number>();
  if (/^[0-9a-z ]+$/.test(text)) {
    let place = 0;
    for (const step of text.split(' ')) there.add((place += parseInt(step, 36)));
  }
  return (shown) => there.has(placeOf(clipName(shown)));
}
