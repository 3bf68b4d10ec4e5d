import { attendanceCorrected } from '$lib/ledger/kinds/attendance-corrected';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import type { AttendanceRow, AttendanceStatus } from '$lib/ledger/kinds/attendance-row';
import { classClosed } from '$lib/ledger/kinds/class-closed';
import { classOpened } from '$lib/ledger/kinds/class-opened';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import { newId } from '$lib/ledger/record';
import { session } from '$lib/session/session.svelte';
import { attendanceOf, classesOf } from './rows';

/** Opens the roll call of a class: a planned one, one closed before, or a new one. Returns its id. */
export async function openClass(
  house: string,
  about: Pick<ClassRow, 'title' | 'lessons'> & { session?: string },
): Promise<string> {
  const id = about.session ?? newId();
  await session.recordAsStaff(
    classOpened,
    { session: id, title: about.title, lessons: [...about.lessons] },
    house,
  );
  return id;
}

/** Closes the roll call of a class. */
export async function closeClass(house: string, id: string): Promise<void> {
  await session.recordAsStaff(classClosed, { session: id }, house);
}

/**
 * Marks somebody at a class. Who was never marked is marked; who was, is corrected, and `reason` says why.
 */
export async function mark(
  house: string,
  id: string,
  person: string,
  status: AttendanceStatus,
  before: AttendanceRow | undefined,
  reason: string,
): Promise<void> {
  if (!before && status !== 'none') {
    await session.recordAsStaff(attendanceMarked, { session: id, status }, house, person);
  } else if (before && before.status !== status) {
    await session.recordAsStaff(attendanceCorrected, { session: id, status, reason }, house, person);
  }
}

/**
 * A learner came in at the kiosk: they are here, at every class that is open in the house, once; by their card alone where
 * it claimed a guest's visit.
 */
export async function arrive(house: string, person: string, guest?: string): Promise<void> {
  for (const row of await classesOf(house)) {
    if (!row.opened || row.closed) continue;
    const marks = await attendanceOf(house, row.session);
    if (marks.some((one) => one.person === person)) continue;
    const here = { session: row.session, status: 'present', ...(guest && { guest }) } as const;
    await session.record(attendanceMarked, here, person);
  }
}
