import type { PosterCard } from '$lib/content/poster';
import type { BulletinRow, Source } from '$lib/ledger/kinds/bulletin-row';
import { emergencies, isUp, newestFirst, slot, type Posted, type Slot } from './slot';

/** An emergency, in the words of whoever sent it. */
export interface Alarm {
  is: 'alarm';
  title: string;
  text: string;
  test: boolean;
}

/** One thing that the screen shows: a poster of content, words of staff, an emergency, or the house's own greeting. */
export type Item =
  | { is: 'poster'; poster: PosterCard }
  | { is: 'words'; title: string; text: string }
  | Alarm
  | { is: 'welcome' };

/** What plays, one after the other; at least one thing, always. */
export interface Playlist {
  slot: Slot;
  items: readonly [Item, ...Item[]];
}

/** A thing that nobody may miss is never so short, and nothing holds the screen for so long (seconds). */
const shortest = 12;
const longest = 30;
/** Words that somebody who reads slowly takes in a second, from across the room. */
const wordsPerSecond = 2;

/** How long a thing is shown (seconds): 12, and longer where there is more to read. */
export function secondsOf(words: string): number {
  const needed = words.split(/\s+/).filter(Boolean).length / wordsPerSecond;
  return Math.min(longest, Math.max(shortest, Math.round(needed)));
}

/**
 * What a house's screen plays now. An emergency is a state of the player: while one is on, nothing else is shown. Posters
 * that staff put up take the place of all others; while they have chosen none, all play. Words of staff come between
 * them again and again. `moment` is null where the time is not known: then nothing dated plays.
 */
export function playlist(
  rows: readonly BulletinRow[],
  posters: readonly PosterCard[],
  moment: Date | null,
): Playlist {
  const now = slot(rows, moment);
  if (now === 'emergency') {
    return { slot: now, items: atLeastOne(emergencies(rows, moment).map((row) => alarmOf(row, posters))) };
  }
  const up = newestFirst(rows.filter((row): row is Posted => isUp(row, moment)));
  const items = up.flatMap(({ posted }) => itemOf(posted.source, posters, moment) ?? []);
  const chosen = items.filter(({ is }) => is === 'poster');
  const all = posters.filter((poster) => plays(poster, moment)).map(posterItem);
  const shown = chosen.length > 0 ? chosen : all;
  const words = items.filter(({ is }) => is === 'words');
  return { slot: now, items: atLeastOne(between(words, shown)) };
}

/** True where what a poster states still holds, as far as anybody has looked. */
function plays({ until }: PosterCard, moment: Date | null): boolean {
  return until === null || (moment !== null && moment.toISOString().slice(0, 10) < until);
}

const posterItem = (poster: PosterCard): Item => ({ is: 'poster', poster });

/** An emergency as it is shown; by the name of a poster it may be sent, too. */
export function alarmOf({ posted: { source, test } }: Posted, posters: readonly PosterCard[]): Alarm {
  if (!('poster' in source)) return { is: 'alarm', ...source, test };
  const poster = posters.find(({ id }) => id === source.poster);
  return { is: 'alarm', title: poster?.words.vi.title ?? '', text: poster?.words.vi.text ?? '', test };
}

function itemOf(source: Source, posters: readonly PosterCard[], moment: Date | null): Item | null {
  if (!('poster' in source)) return { is: 'words', ...source };
  const poster = posters.find(({ id }) => id === source.poster); // this version may not have it
  return poster && plays(poster, moment) ? posterItem(poster) : null;
}

/** Each poster, with the next of the words before it: whoever stays a quarter of a minute sees news. */
function between(words: readonly Item[], posters: readonly Item[]): Item[] {
  if (posters.length === 0 || words.length === 0) return [...words, ...posters];
  const rounds = Math.max(words.length, posters.length);
  return Array.from({ length: rounds }).flatMap((_, at) =>
    [words[at % words.length], posters[at % posters.length]].filter((item) => item !== undefined),
  );
}

function atLeastOne(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  return first ? [first, ...rest] : [{ is: 'welcome' }];
}
