import type * as v from 'valibot';
import { Memory } from './memory';
import { appSchema } from './schema/app';
import { competencySchema } from './schema/competency';
import { lessonSchema } from './schema/lesson';
import { lockSchema } from './schema/lock';
import { misconceptionSchema } from './schema/misconception';
import { personaSchema } from './schema/persona';
import { placeSchema } from './schema/place';
import { posterSchema, posterWordsSchema } from './schema/poster';
import { trackSchema } from './schema/track';
import { wordsSchema } from './schema/words';
import { Source } from './source';
import type { Violation } from './violation';

/** One file as read: its value where it has its shape, or what keeps it from it. */
export interface Reading<Value> {
  source: Source;
  value?: Value;
  violations: Violation[];
}

/** Enough for every file of a big collection and for the broken copies of a mutation suite. */
const filesRemembered = 20_000;

/** Reads files of one shape; the same text is read once, and gives the same value again. */
class Reader<Value> {
  readonly #readings = new Memory<Reading<Value>>(filesRemembered);

  constructor(private readonly schema: v.GenericSchema<unknown, Value>) {}

  read(file: string, text: string): Reading<Value> {
    return this.#readings.recall(`${file}\n${text}`, () => {
      const source = new Source(file, text);
      return { source, ...source.read(this.schema) };
    });
  }
}

/** A reader for each kind of file. Keep them, and reading the content again costs only what has changed. */
export function readers() {
  return {
    lesson: new Reader(lessonSchema),
    app: new Reader(appSchema),
    words: new Reader(wordsSchema),
    persona: new Reader(personaSchema),
    place: new Reader(placeSchema),
    misconception: new Reader(misconceptionSchema),
    competency: new Reader(competencySchema),
    track: new Reader(trackSchema),
    poster: new Reader(posterSchema),
    posterWords: new Reader(posterWordsSchema),
    lock: new Reader(lockSchema), // JSON is YAML too
  };
}
export type Readers = ReturnType<typeof readers>;
export type { Reader };
