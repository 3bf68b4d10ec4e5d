import * as v from 'valibot';
import { idSchema } from '../event';

/** True without line breaks, tabs and other control characters. */
function isOneLine(text: string): boolean {
  return Array.from(text).every((character) => character >= ' ');
}

/** A person's name as written on the roll: 1–80 characters, NFC, no line breaks. */
export const personName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(80),
  v.check((text) => text === text.normalize('NFC') && text === text.trim() && isOneLine(text)),
);

/** A short text that staff write: a reason, a title, a room. */
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** The id of a lesson, app, step or misconception in content: kebab-case, at most 60 characters. */
export const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));

/** A count of something in one lesson: 0–9999. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));

export { idSchema as id };
