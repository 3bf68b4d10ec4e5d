import * as v from 'valibot';
import { contentId, factSchema, text } from './fields';

/** What a poster is like: it tells, it encourages, or it warns. */
export const tones = ['plain', 'good', 'care'] as const;

/** So long may the words of a poster be (characters), so that they are read from 3 m. */
const most = { title: 36, text: 110 };

/** A poster that plays while nobody is at the screen. What it states about the world outside is a dated fact. */
export const posterSchema = v.strictObject({
  id: contentId,
  picture: contentId,
  tone: v.picklist(tones),
  facts: v.optional(v.record(contentId, factSchema), {}),
});
export type Poster = v.InferOutput<typeof posterSchema>;

const short = (length: number) => v.pipe(text, v.maxLength(length, `is longer than ${length} characters`));

/** The words of a poster in one language. */
export const posterWordsSchema = v.strictObject({ title: short(most.title), text: short(most.text) });
export type PosterWords = v.InferOutput<typeof posterWordsSchema>;
