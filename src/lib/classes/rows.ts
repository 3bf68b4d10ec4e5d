import type { AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { ConfidenceRow } from '$lib/ledger/kinds/lesson-rated';
import type { MilestoneRow } from '$lib/ledger/kinds/milestone-reached';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import { store } from '$lib/session/device';

/** The classes of a house, in no order. */
export function classesOf(house: string): Promise<ClassRow[]> {
  return store.list<ClassRow>(house, 'classes', 'house');
}

/** A class and the house it is held in; null where this device does not know it. */
export async function findClass(session: string): Promise<{ house: string; row: ClassRow } | null> {
  const kept = await store.rows.get({ table: 'classes', key: session });
  return kept ? { house: kept.house, row: kept.row as ClassRow } : null;
}

/** The marks of a class. */
export function attendanceOf(house: string, session: string): Promise<AttendanceRow[]> {
  return store.list<AttendanceRow>(house, 'attendance', session);
}

/** How everybody in a house is getting on, a row for each person and lesson. */
export function progressIn(house: string): Promise<ProgressRow[]> {
  return store.whole<ProgressRow>(house, 'progress');
}

/** How one person is getting on, a row for each lesson. */
export function progressOf(house: string, person: string): Promise<ProgressRow[]> {
  return store.list<ProgressRow>(house, 'progress', person);
}

/** What one person has done on their own phone, a row for each milestone. */
export function milestonesOf(house: string, person: string): Promise<MilestoneRow[]> {
  return store.list<MilestoneRow>(house, 'milestones', person);
}

/** How sure one person felt, a row for each lesson. */
export function confidenceOf(house: string, person: string): Promise<ConfidenceRow[]> {
  return store.list<ConfidenceRow>(house, 'confidence', person);
}
