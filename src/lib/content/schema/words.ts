import * as v from 'valibot';
import { text } from './fields';

/** The languages of all content; Vietnamese first. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words of one lesson or app in one language: nested keys whose leaves are texts with `{{variables}}`. */
export interface Words {
  [key: string]: string | Words;
}

export const wordsSchema: v.GenericSchema<unknown, Words> = v.record(
  v.string(),
  v.union([text, v.lazy(() => wordsSchema)], 'is neither a text nor a group of texts'),
) as v.GenericSchema<unknown, Words>;
