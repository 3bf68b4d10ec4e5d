import { appKeys, flatten } from '../keys';
import { lessonKeys } from '../lesson-keys';
import type { Content, Worded } from '../parse';
import { languages } from '../schema/words';
import type { Violation } from '../violation';

/** Each language has exactly the words the structure asks for, with the same variables in each. */
export function wordsComplete(content: Content): Violation[] {
  return [
    ...Object.values(content.lessons).flatMap((one) => complete(one, lessonKeys(one.value))),
    ...Object.values(content.apps).flatMap((one) => complete(one, appKeys(one.value))),
  ];
}

function complete(one: Worded<{ id: string }>, keys: string[]): Violation[] {
  const { id } = one.value;
  const first = flatten(one.words.vi.value);
  return languages.flatMap((lang) => {
    const { source, value } = one.words[lang];
    const words = flatten(value);
    const at = (key: string) => key.split('.');
    return [
      ...keys
        .filter((key) => !(key in words))
        .map((key) => ({
          ...source.violation(
            at(key),
            'words-missing',
            `${key} has no words`,
            `Write ${key} in ${source.file}, or let npm run lessons -- --words ${id} make a place for it.`,
          ),
          key,
        })),
      ...Object.keys(words)
        .filter((key) => !keys.includes(key))
        .map((key) => ({
          ...source.violation(
            at(key),
            'words-unused',
            `nothing shows ${key}`,
            `Correct the key, or let npm run lessons -- --words ${id} take it out.`,
          ),
          key,
        })),
      ...Object.entries(words)
        .filter(
          ([key, text]) => first[key] !== undefined && `${variables(text)}` !== `${variables(first[key])}`,
        )
        .map(([key, text]) =>
          source.violation(
            at(key),
            'words-variables',
            `${key} shows {${variables(text).join(', ')}}, in Vietnamese {${variables(first[key] ?? '').join(', ')}}`,
            'Show the same {{variables}} in every language.',
          ),
        ),
    ];
  });
}

/** The names of the `{{variables}}` in a text, each once, in order of the alphabet. */
export function variables(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)].map(([, name = '']) => name))].sort();
}
