import * as v from 'valibot';

/** How somebody was at a class; `none` only by correction: marked by mistake. */
export const attendanceStatuses = ['present', 'late', 'excused', 'left', 'none'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];
export const markedStatus = v.picklist(['present', 'late', 'excused', 'left'] as const);

/** Attendance of one person at one class: the earliest mark stands until somebody corrects it. */
export type AttendanceRow = {
  session: string;
  person: string;
  status: AttendanceStatus;
  /** When it was marked (ISO, UTC), and whether that is not certain (`ledger/moment.ts`). */
  at: string;
  doubtful?: true;
  /** The device that marked, and the staff member, '' where the learner came in at the kiosk. */
  device: string;
  author: string;
  corrected: boolean;
  /** The guest's visit that says so, where nothing but a claim does. */
  guest?: string;
};
