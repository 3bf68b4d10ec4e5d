import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { contentId, id } from './fields';
import { noProgress, type ProgressRow } from './progress-row';

const schema = v.strictObject({
  attempt: id,
  lesson: contentId,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type LessonStarted = v.InferOutput<typeof schema>;

/** Somebody began a lesson; `attempt` joins all that follows until they finish or leave. */
export const lessonStarted = kind<LessonStarted>({
  name: 'lesson.started',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<LessonStarted, ProgressRow>({
      table: 'progress',
      key: (event) => (event.person ? [event.person, event.payload.lesson] : null),
      group: (event) => event.person,
      into: (row, event) => {
        const base = row ?? noProgress(event.person, event.payload.lesson, happenedOf(event));
        return dated({ ...base, started: base.started + 1, wrongInARow: 0, last: happenedOf(event) }, event);
      },
    }),
  ],
});
