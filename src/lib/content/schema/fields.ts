import * as v from 'valibot';

/** An id of content, permanent once shipped: kebab-case, at most 60 characters. */
export const contentId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case (lower case letters, digits, single hyphens)'),
  v.maxLength(60, 'is longer than 60 characters'),
  v.check((id) => !(id in {}), 'is a name that JavaScript keeps for itself'), // `constructor`
);

/** What somebody can do afterwards, by area: `eid.activate`. */
export const competencyId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is not of the form area.competency'),
);

/** A part of an explain step: `remember.code`. */
export const partName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'is not of the form step.part'),
);

/** The name of a value that words may show as `{{idNumber}}`. */
export const variableName = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]*$/, 'is not camelCase'));

/** A calendar day, written "2026-11-20". */
const day = v.pipe(v.string(), v.isoDate('is not a day like 2026-11-20'));

/** A text of at least one character, in composed form (NFC), as every text of the project. */
export const text = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.check((value) => value === value.normalize('NFC'), 'is not composed Unicode (NFC)'),
);

/** A version: 1, 2, 3 …; it rises whenever the content changes what a resident meets. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A list that says at least one thing. */
export function some<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.minLength(1, 'is an empty list'));
}

/** Something true in the world outside, with where it stands, when somebody looked, and when to look again. */
export const factSchema = v.strictObject({
  source: text,
  checked: day,
  review: day,
});
export type Fact = v.InferOutput<typeof factSchema>;
