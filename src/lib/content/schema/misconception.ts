import * as v from 'valibot';
import { contentId, text } from './fields';

/** What somebody believes who does a wrong thing, as a trainer reads it; lessons and apps name it by its id. */
export const misconceptionSchema = v.strictObject({
  id: contentId,
  words: v.strictObject({ vi: text, en: text }),
  /** The lesson that mends it. */
  lesson: v.optional(contentId),
});
export type Misconception = v.InferOutput<typeof misconceptionSchema>;
