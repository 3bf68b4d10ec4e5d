import * as v from 'valibot';
import { competencyId, text } from './fields';

/** Something a resident can do afterwards, as lessons claim it. */
export const competencySchema = v.strictObject({
  id: competencyId,
  /** «Tôi …» in a few words: what somebody can do who has it. */
  words: v.strictObject({ vi: text, en: text }),
  /** Where the same stands in frameworks of others; empty until their text is at hand. */
  alignment: v.optional(v.array(v.strictObject({ framework: text, code: text })), []),
});
export type Competency = v.InferOutput<typeof competencySchema>;
