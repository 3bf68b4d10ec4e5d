import type { Content } from '../parse';
import { languages } from '../schema/words';
import type { Violation } from '../violation';

/** A screen is passed by: so many sentences of a text are read. */
const mostSentences = 2;

/** The text of a poster is short, and some posters state nothing that grows old, so that a screen is never without one. */
export function posterShape(content: Content): Violation[] {
  const posters = Object.values(content.posters);
  return [
    ...posters.flatMap(({ words }) =>
      languages.flatMap((lang) => {
        const { value, source } = words[lang];
        const text = typeof value['text'] === 'string' ? value['text'] : '';
        const sentences = text.split(/[.!?…]+(?:\s|$)/).filter((one) => one.trim() !== '').length;
        const message = `text: ${sentences} sentences`;
        return sentences > mostSentences
          ? [source.violation(['text'], 'many-sentences', message, `Say it in ${mostSentences}.`)]
          : [];
      }),
    ),
    ...(posters.length > 0 && posters.every(({ value }) => Object.keys(value.facts).length > 0)
      ? posters
          .slice(0, 1)
          .map(({ source }) =>
            source.violation(
              ['facts'],
              'all-dated',
              'every poster states facts, which grow old',
              'Add a poster that states none, so that there is always one to play.',
            ),
          )
      : []),
  ];
}
