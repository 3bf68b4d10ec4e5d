import * as v from 'valibot';
import { fold, kind } from '../kind';
import { markedStatus, type AttendanceRow } from './attendance-row';
import { id } from './fields';

const schema = v.strictObject({ session: id, status: markedStatus });
export type AttendanceMarked = v.InferOutput<typeof schema>;

/** Somebody was marked at a class, by the trainer's tap or by coming in at the kiosk. */
export const attendanceMarked = kind<AttendanceMarked>({
  name: 'attendance.marked',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator', 'kiosk'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<AttendanceMarked, AttendanceRow>({
      table: 'attendance',
      key: (event) => (event.person ? [event.payload.session, event.person] : null),
      group: (event) => event.payload.session,
      // Two devices may mark the same person: both events stay, the earliest in the house's order is shown.
      into: (row, event) =>
        row ?? {
          session: event.payload.session,
          person: event.person,
          status: event.payload.status,
          at: event.occurred,
          device: event.device,
          author: event.author,
          corrected: false,
        },
    }),
  ],
});
