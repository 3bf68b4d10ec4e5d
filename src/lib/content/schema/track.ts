import * as v from 'valibot';
import { contentId, text } from './fields';

/** Lessons that belong together, as the menu shows them under one heading. */
export const trackSchema = v.strictObject({
  id: contentId,
  words: v.strictObject({ vi: text, en: text }),
  picture: contentId,
  /** Its place in the menu, from 1. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});
export type Track = v.InferOutput<typeof trackSchema>;
