import { cards, load } from 'virtual:content/catalogue';
import type { LessonBundle, LessonCard } from './bundle';

/** Every lesson there is, in the order of the menu. */
export const catalogue: LessonCard[] = cards;

/** Brings one lesson with all it needs. Rejects where no lesson has the id, or its file cannot be had. */
export async function loadLesson(id: string): Promise<LessonBundle> {
  const bring = load[id];
  if (!bring) throw new Error(`No lesson ${id}`);
  return (await bring()).bundle;
}
