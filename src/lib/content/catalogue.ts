import { cards, load, tracks as allTracks } from 'virtual:content/catalogue';
import type { LessonBundle, LessonCard } from './bundle';
import type { Track } from './track';

/** Every lesson there is, in the order of the menu. */
export const catalogue: LessonCard[] = cards;

/** What lessons are told apart by, in no order. */
export const tracks: Track[] = allTracks;

/** Brings one lesson; its apps are brought by what comes. Rejects where no lesson has the id, or its file cannot be had. */
export async function loadLesson(id: string): Promise<LessonBundle> {
  const bring = load[id];
  if (!bring) throw new Error(`No lesson ${id}`);
  return (await bring()).bundle;
}
