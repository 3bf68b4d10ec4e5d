import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { contentId, id } from './fields';

const schema = v.strictObject({
  attempt: id,
  lesson: contentId,
  /** Before what is taught, or after it. */
  moment: v.picklist(['before', 'after'] as const),
  /** How sure somebody feels: 1 cannot do it yet, 5 very sure. */
  face: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
});
export type LessonRated = v.InferOutput<typeof schema>;

/** How sure one person felt about one lesson. Moments are ISO, UTC. */
export type ConfidenceRow = {
  person: string;
  lesson: string;
  /** The first time it was asked before the lesson; null where it was skipped. */
  before: number | null;
  /** The last time it was asked after the lesson. */
  after: number | null;
  last: string;
};

/** Somebody said how sure they feel, by one of five faces. */
export const lessonRated = kind<LessonRated>({
  name: 'lesson.rated',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<LessonRated, ConfidenceRow>({
      table: 'confidence',
      key: (event) => (event.person ? [event.person, event.payload.lesson] : null),
      group: (event) => event.person,
      // Whoever comes back is surer beforehand already: the way gone is from the first time to the last.
      into: (row, event) => {
        const { lesson, moment, face } = event.payload;
        const base = row ?? {
          person: event.person,
          lesson,
          before: null,
          after: null,
          last: happenedOf(event),
        };
        return moment === 'before'
          ? { ...base, before: base.before ?? face, last: happenedOf(event) }
          : { ...base, after: face, last: happenedOf(event) };
      },
    }),
  ],
});
