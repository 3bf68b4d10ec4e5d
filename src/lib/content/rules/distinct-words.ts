import { flatten } from '../keys';
import type { Content, Entry, Worded } from '../parse';
import { languages, type Words } from '../schema/words';
import type { Violation } from '../violation';

/** A text of so many words that is the same in both languages is no name any more. */
const mostWordsOfAName = 3;

/** Each wrong action is answered by words of its own, a second hint says more than the first, and English is English. */
export function distinctWords(content: Content): Violation[] {
  const worded: Worded<unknown>[] = [...Object.values(content.lessons), ...Object.values(content.apps)];
  return worded.flatMap(({ words }) => [
    ...languages.flatMap((lang) => [...sameHints(words[lang]), ...sameFeedback(words[lang])]),
    ...untranslated(words.vi, words.en),
  ]);
}

function sameHints({ value, source }: Entry<Words>): Violation[] {
  const texts = flatten(value);
  return Object.keys(texts)
    .filter((key) => key.endsWith('.hint2') && texts[key] === texts[key.replace(/2$/, '1')])
    .map((key) =>
      source.violation(
        key.split('.'),
        'same-hint',
        `${key} says what the first hint says`,
        'Let the second hint say more plainly what to touch.',
      ),
    );
}

function sameFeedback({ value, source }: Entry<Words>): Violation[] {
  const first = new Map<string, string>();
  return Object.entries(flatten(value)).flatMap(([key, text]) => {
    const [, place] = /^(.+?)\.(?:feedback|slip)\./.exec(key) ?? [];
    if (place === undefined) return [];
    const known = first.get(`${place}\n${text}`);
    if (known === undefined) {
      first.set(`${place}\n${text}`, key);
      return [];
    }
    return [
      source.violation(
        key.split('.'),
        'same-feedback',
        `${key} says what ${known} says`,
        'Say what was wrong this time, and what to do.',
      ),
    ];
  });
}

function untranslated(vi: Entry<Words>, en: Entry<Words>): Violation[] {
  const texts = flatten(vi.value);
  return Object.entries(flatten(en.value))
    .filter(([key, text]) => text === texts[key] && wordsOf(text) > mostWordsOfAName)
    .map(([key]) =>
      en.source.violation(key.split('.'), 'untranslated', `${key} is still Vietnamese`, 'Say it in English.'),
    );
}

function wordsOf(text: string): number {
  const spoken = text.replace(/\{\{.*?\}\}/g, ' ');
  return spoken.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}
