import * as v from 'valibot';
import { fold, kind } from '../kind';
import { personName } from './fields';

const schema = v.strictObject({
  name: personName,
  /** Two fields make a walk-in: name and year of birth; the year may stay unknown. */
  birthYear: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
  /** The number on the roll-call sheet, by which a learner is found on the kiosk without reading. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
});
export type PersonRegistered = v.InferOutput<typeof schema>;

/** A learner of the house, as the trainer's roll call knows them. */
export type PersonRow = { person: string; name: string; birthYear: number | null; number: number };

/** Somebody was put on the roll of a house: before the class, or at its door. */
export const personRegistered = kind<PersonRegistered>({
  name: 'person.registered',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  // A kiosk stands in a public room: it learns the given name only, to greet and to ask «is this you?».
  view: {
    kiosk: (payload) => ({
      ...payload,
      name: payload.name.trim().split(/\s+/).at(-1) ?? '',
      birthYear: null,
    }),
  },
  folds: [
    fold<PersonRegistered, PersonRow>({
      table: 'people',
      key: (event) => [event.person],
      group: () => 'house',
      into: (_row, event) => ({ person: event.person, ...event.payload }),
    }),
  ],
});
