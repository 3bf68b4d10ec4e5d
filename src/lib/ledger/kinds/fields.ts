import * as v from 'valibot';
import { idSchema, momentSchema } from '../event';

/** First and last of the characters that nobody sees, but that break a line or turn its order around. */
const unseen: [first: number, last: number][] = [
  [0x00, 0x1f], // control characters: tabs, line breaks
  [0x7f, 0x9f],
  [0x2028, 0x202e], // line and paragraph separator, embeddings and overrides of the writing direction
  [0x2066, 0x2069], // isolates of the writing direction
  [0xd800, 0xdfff], // half a character
];

/** True for one line of composed letters (NFC) that reads as it is written. */
export function isPlain(text: string): boolean {
  return text === text.normalize('NFC') && Array.from(text).every(isSeen);
}

function isSeen(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return !unseen.some(([first, last]) => first <= code && code <= last);
}

/** A person's name as written on the roll: 1–80 characters of plain text, no spaces around it. */
export const personName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(80),
  v.check((text) => text === text.trim() && isPlain(text)),
);

/** A short text that staff write: a reason, a title, a room. */
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.check(isPlain));

/** Stands where staff had written something of a person who was erased. */
export const unsaid = '–';

/** The id of a lesson, app, step or misconception in content: kebab-case, at most 60 characters. */
export const contentId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));

/** A count of something in one lesson: 0–9999. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));

export { idSchema as id, momentSchema as moment };
