import * as v from 'valibot';
import { contentId, factSchema, variableName } from './fields';
import { valueSchema } from './value';

/** What is true for a place and will change one day: hotlines, offices, thresholds. Words show it as `{{name}}`. */
export const placeSchema = v.strictObject({
  id: contentId,
  data: v.record(variableName, v.strictObject({ value: valueSchema, ...factSchema.entries })),
});
export type Place = v.InferOutput<typeof placeSchema>;
