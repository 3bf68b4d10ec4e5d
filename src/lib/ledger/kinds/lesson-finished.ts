import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { contentId, count, id } from './fields';
import { noProgress, type ProgressRow } from './progress-row';

const schema = v.strictObject({
  attempt: id,
  lesson: contentId,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  passed: v.boolean(),
  /** Wrong actions in the final check, and the number allowed then: the criterion is copied into the record. */
  slips: count,
  allowed: count,
  seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
});
export type LessonFinished = v.InferOutput<typeof schema>;

/** Somebody came to the end of a lesson; `passed` where the final check met its criterion. */
export const lessonFinished = kind<LessonFinished>({
  name: 'lesson.finished',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<LessonFinished, ProgressRow>({
      table: 'progress',
      key: (event) => (event.person ? [event.person, event.payload.lesson] : null),
      group: (event) => event.person,
      into: (row, event) => {
        const base = row ?? noProgress(event.person, event.payload.lesson, happenedOf(event));
        const now = {
          ...base,
          finished: base.finished + 1,
          passed: base.passed || event.payload.passed,
          wrongInARow: 0,
          last: happenedOf(event),
        };
        return dated(now, event);
      },
    }),
  ],
});
