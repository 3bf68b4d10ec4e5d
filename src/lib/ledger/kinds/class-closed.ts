import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import type { ClassRow } from './class-row';
import { id } from './fields';

const schema = v.strictObject({ session: id });
export type ClassClosed = v.InferOutput<typeof schema>;

/** A trainer closed the roll call of a class. */
export const classClosed = kind<ClassClosed>({
  name: 'class.closed',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  folds: [
    fold<ClassClosed, ClassRow>({
      table: 'classes',
      key: (event) => [event.payload.session],
      group: () => 'house',
      into: (row, event) => ({
        title: '',
        lessons: [],
        starts: null,
        minutes: null,
        opened: null,
        ...row,
        session: event.payload.session,
        closed: happenedOf(event),
      }),
    }),
  ],
});
