import type { Content, Entry } from '../parse';
import type { Fact } from '../schema/fields';
import type { Path, Violation } from '../violation';

/** A fact of content, and where it stands. */
export interface DatedFact {
  id: string;
  fact: Fact;
  path: Path;
  source: Entry<unknown>['source'];
}

/** Every dated fact of lessons, posters and places. */
export function factsOf(content: Content): DatedFact[] {
  return [
    ...[...Object.values(content.lessons), ...Object.values(content.posters)].flatMap(({ value, source }) =>
      Object.entries(value.facts).map(([id, fact]) => ({ id, fact, path: ['facts', id], source })),
    ),
    ...Object.values(content.places).flatMap(({ value, source }) =>
      Object.entries(value.data).map(([id, fact]) => ({ id, fact, path: ['data', id], source })),
    ),
  ];
}

/** A fact is looked at again after it was looked at. That the day has come is told by `lessons`, and breaks nothing. */
export function datedFacts(content: Content): Violation[] {
  return factsOf(content)
    .filter(({ fact }) => fact.review <= fact.checked)
    .map(({ id, path, source }) =>
      source.violation(
        [...path, 'review'],
        'dated-facts',
        `${id} is to be reviewed before it was checked`,
        'Set review to a day after checked.',
      ),
    );
}
