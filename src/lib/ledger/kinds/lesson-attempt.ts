import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { contentId, count, id } from './fields';
import { noProgress, type ProgressRow } from './progress-row';

const schema = v.strictObject({
  attempt: id,
  lesson: contentId,
  step: contentId,
  /** How the step was met: a question, or a task with help or without. */
  mode: v.picklist(['choose', 'coach', 'test'] as const),
  right: v.boolean(),
  /** The named slip of a wrong action in an app, `screen.slip`, or the misconception of a wrong choice. */
  slip: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/i), v.maxLength(120))),
  /** Times help was taken since the last attempt event of this step. */
  helped: count,
});
export type LessonAttempt = v.InferOutput<typeof schema>;

/** A row names at most this many slips; a lesson has about ten. */
const maxSlips = 50;

/** One more of a slip. Once there are too many, only those that are named already are counted on. */
function counted(slips: ProgressRow['slips'], slip: string): ProgressRow['slips'] {
  // Every object inherits a `constructor`, which is a slip that somebody could name.
  const known = Object.hasOwn(slips, slip) ? (slips[slip] ?? 0) : 0;
  if (known === 0 && Object.keys(slips).length >= maxSlips) return slips;
  return { ...slips, [slip]: known + 1 };
}

/** One answer: a choice, or an action in a practice app that was wrong, or a task brought to its goal. */
export const lessonAttempt = kind<LessonAttempt>({
  name: 'lesson.attempt',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['kiosk', 'trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<LessonAttempt, ProgressRow>({
      table: 'progress',
      key: (event) => (event.person ? [event.person, event.payload.lesson] : null),
      group: (event) => event.person,
      into: (row, event) => {
        const { lesson, step, right, slip, helped } = event.payload;
        const base = row ?? noProgress(event.person, lesson, happenedOf(event));
        const now = {
          ...base,
          step,
          right,
          wrongInARow: right ? 0 : base.wrongInARow + 1,
          helped: base.helped + helped,
          slips: slip ? counted(base.slips, slip) : base.slips,
          last: happenedOf(event),
        };
        return dated(now, event);
      },
    }),
  ],
});
