import * as v from 'valibot';
import { contentId, factSchema, text, variableName } from './fields';

/** What is true for a place and will change one day: hotlines, offices, thresholds. Words show it as `{{name}}`. */
export const placeSchema = v.strictObject({
  id: contentId,
  data: v.record(variableName, v.strictObject({ value: text, ...factSchema.entries })),
});
export type Place = v.InferOutput<typeof placeSchema>;
