import { flatten } from '../keys';
import type { Content, Entry } from '../parse';
import type { Words } from '../schema/words';
import type { Source } from '../source';
import type { Path, Violation } from '../violation';
import { jargon } from './jargon';

/** A sentence to be heard once and done may have this many Vietnamese syllables (they are written apart). */
const longestSentence = 25;

/** Any word of the list, as a whole word; the longest first, so that «đường link» is not told as two. */
const words = Object.keys(jargon).sort((one, other) => other.length - one.length);
const anyJargon = new RegExp(`(?<![\\p{L}-])(${words.join('|')})(?![\\p{L}-])`, 'giu');

/** A Vietnamese text, and where it stands. */
interface Said {
  key: string;
  text: string;
  at: Path;
  source: Source;
}

/** Vietnamese words are short sentences of everyday speech, and blame nobody. */
export function plainWords(content: Content): Violation[] {
  return saidIn(content).flatMap((one) => [...longSentences(one), ...jargonIn(one)]);
}

function longSentences({ key, text, at, source }: Said): Violation[] {
  const long = text.split(/[.!?…:]+(?=\s|$)/).some((one) => one.trim().split(/\s+/).length > longestSentence);
  const message = `${key}: more than ${longestSentence} words in one sentence`;
  return long ? [source.violation(at, 'long-sentence', message, 'Make two sentences of it.')] : [];
}

function jargonIn({ key, text, at, source }: Said): Violation[] {
  const spoken = text.replace(/\{\{.*?\}\}/g, ' '); // the name of a value is never heard
  const found = new Set([...spoken.matchAll(anyJargon)].map(([word]) => word.toLowerCase()));
  return [...found].map((word) =>
    source.violation(at, 'jargon', `${key} says «${word}»`, `Say «${jargon[word] ?? ''}».`),
  );
}

function saidIn(content: Content): Said[] {
  const all = [content.lessons, content.apps, content.posters];
  const worded = all
    .flatMap((some) => Object.values<{ words: { vi: Entry<Words> } }>(some))
    .flatMap(({ words: { vi } }) =>
      Object.entries(flatten(vi.value)).map(([key, text]) => ({
        key,
        text,
        at: key.split('.'),
        source: vi.source,
      })),
    );
  const alone = [content.misconceptions, content.competencies, content.tracks].flatMap((all) =>
    Object.values(all).map(({ value, source }) => ({
      key: value.id,
      text: value.words.vi,
      at: ['words', 'vi'],
      source,
    })),
  );
  return [...worded, ...alone];
}
