import * as v from 'valibot';
import { fold, kind } from '../kind';
import type { ClassRow } from './class-row';
import { contentId, id, moment, shortText } from './fields';

const schema = v.strictObject({
  session: id,
  title: shortText,
  lessons: v.pipe(v.array(contentId), v.maxLength(20)),
  starts: moment,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(600)),
});
export type ClassPlanned = v.InferOutput<typeof schema>;

/** A class was put on the calendar of a house. */
export const classPlanned = kind<ClassPlanned>({
  name: 'class.planned',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<ClassPlanned, ClassRow>({
      table: 'classes',
      key: (event) => [event.payload.session],
      group: () => 'house',
      into: (row, event) => ({
        ...row,
        ...event.payload,
        opened: row?.opened ?? null,
        closed: row?.closed ?? null,
      }),
    }),
  ],
});
