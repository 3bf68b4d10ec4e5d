import * as v from 'valibot';
import { fold, kind } from '../kind';
import { dated, happenedOf } from '../moment';
import { attendanceStatuses, type AttendanceRow } from './attendance-row';
import { id, shortText, unsaid } from './fields';

const schema = v.strictObject({ session: id, status: v.picklist(attendanceStatuses), reason: shortText });
export type AttendanceCorrected = v.InferOutput<typeof schema>;

/** Staff changed a mark: the last correction stands, and who did it and why is kept. */
export const attendanceCorrected = kind<AttendanceCorrected>({
  name: 'attendance.corrected',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['trainer', 'coordinator'], read: ['trainer', 'coordinator'] },
  keeps: (payload) => ({ ...payload, reason: unsaid }),
  folds: [
    fold<AttendanceCorrected, AttendanceRow>({
      table: 'attendance',
      key: (event) => (event.person ? [event.payload.session, event.person] : null),
      group: (event) => event.payload.session,
      into: (row, event) => ({
        session: event.payload.session,
        person: event.person,
        at: row?.at ?? happenedOf(event),
        device: event.device,
        author: event.author,
        status: event.payload.status,
        corrected: true,
        ...((row ?? dated<{ doubtful?: true }>({}, event)).doubtful && { doubtful: true as const }),
      }),
    }),
  ],
});
