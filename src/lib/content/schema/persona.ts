import * as v from 'valibot';
import { contentId, text, variableName } from './fields';
import { valueSchema } from './value';

const spoken = v.record(variableName, text);

/**
 * A made-up person whom residents play in a practice app. No number can belong to anybody: identity numbers
 * begin with 000 (no province has it), phone numbers with 0100 (no network has it).
 */
export const personaSchema = v.strictObject({
  id: contentId,
  name: text,
  born: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099)),
  sex: v.picklist(['female', 'male']),
  idNumber: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not 12 digits in quotes')),
  phone: v.pipe(v.string(), v.regex(/^\d{10}$/, 'is not 10 digits in quotes')),
  /** Further values that fields ask for and words show: a suggested password, a passcode. */
  values: v.record(variableName, valueSchema),
  /** Values that differ by language: how to speak of the persona, and small made-up facts of their life. */
  words: v.strictObject({ vi: spoken, en: spoken }),
});
export type Persona = v.InferOutput<typeof personaSchema>;
