import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import type { ClassRow } from './class-row';
import { contentId, id, shortText } from './fields';

const schema = v.strictObject({
  session: id,
  title: shortText,
  lessons: v.pipe(v.array(contentId), v.maxLength(20)),
});
export type ClassOpened = v.InferOutput<typeof schema>;

/** A trainer opened the roll call of a class, planned or not; opening a closed class again re-opens it. */
export const classOpened = kind<ClassOpened>({
  name: 'class.opened',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<ClassOpened, ClassRow>({
      table: 'classes',
      key: (event) => [event.payload.session],
      group: () => 'house',
      into: (row, event) => ({
        starts: null,
        minutes: null,
        ...row,
        ...event.payload,
        opened: row?.opened ?? happenedOf(event),
        closed: null,
      }),
    }),
  ],
});
