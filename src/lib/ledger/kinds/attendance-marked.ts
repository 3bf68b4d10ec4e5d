import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { markedStatus, type AttendanceRow } from './attendance-row';
import { id } from './fields';

const schema = v.strictObject({
  session: id,
  status: markedStatus,
  /** The guest's visit by whose claim they were here: where the claim is taken back, so is this mark. */
  guest: v.optional(id),
});
export type AttendanceMarked = v.InferOutput<typeof schema>;

/** Somebody was marked at a class, by the trainer's tap or by coming in at the kiosk. */
export const attendanceMarked = kind<AttendanceMarked>({
  name: 'attendance.marked',
  v: 2,
  schema,
  upcast: { 1: (payload) => payload },
  may: { write: ['trainer', 'coordinator', 'kiosk'], read: ['trainer', 'coordinator'] },
  // All of it is counted, and none of it says who it was.
  keeps: (payload) => payload,
  folds: [
    fold<AttendanceMarked, AttendanceRow>({
      table: 'attendance',
      key: (event) => (event.person ? [event.payload.session, event.person] : null),
      group: (event) => event.payload.session,
      // Two devices may mark the same person: both events stay, the earliest in the house's order is shown; but what only
      // a claim says gives way to whoever saw them.
      into: (row, event) => {
        const { person, device, author } = event;
        const { session, status, guest } = event.payload;
        if (row && (row.guest === undefined || guest !== undefined)) return row;
        const marked: AttendanceRow = {
          ...{ session, person, status, at: happenedOf(event), device, author, corrected: false },
          ...(guest !== undefined && { guest }),
        };
        return dated(marked, event);
      },
    }),
  ],
});
