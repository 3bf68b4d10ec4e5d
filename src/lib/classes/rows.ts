import type { AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { ClaimRow } from '$lib/ledger/kinds/claim-row';
import type { ConfidenceRow } from '$lib/ledger/kinds/lesson-rated';
import type { MilestoneRow } from '$lib/ledger/kinds/milestone-reached';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import { store } from '$lib/session/device';
import {
  confidenceTogether,
  milestonesTogether,
  progressTogether,
  withClaimed,
  type Together,
} from './claimed';

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
export async function progressIn(house: string): Promise<ProgressRow[]> {
  const claims = await claimsIn(house);
  return withClaimed(await store.whole<ProgressRow>(house, 'progress'), claims, progressTogether);
}

/** How one person is getting on, a row for each lesson. */
export function progressOf(house: string, person: string): Promise<ProgressRow[]> {
  return ofPerson(house, 'progress', person, progressTogether);
}

/** What one person has done on their own phone, a row for each milestone. */
export function milestonesOf(house: string, person: string): Promise<MilestoneRow[]> {
  return ofPerson(house, 'milestones', person, milestonesTogether);
}

/** How sure one person felt, a row for each lesson. */
export function confidenceOf(house: string, person: string): Promise<ConfidenceRow[]> {
  return ofPerson(house, 'confidence', person, confidenceTogether);
}

/** Whose the visits of guests of a house are. */
export function claimsIn(house: string): Promise<ClaimRow[]> {
  return store.list<ClaimRow>(house, 'claims', 'house');
}

/** A person's own rows, with those of their visits as a guest that they claimed with their card. */
async function ofPerson<R extends { person: string }>(
  house: string,
  table: string,
  person: string,
  together: Together<R>,
): Promise<R[]> {
  const claims = (await claimsIn(house)).filter((claim) => claim.person === person);
  const visits = [person, ...claims.map(({ guest }) => guest)];
  const rows = await Promise.all(visits.map((visit) => store.list<R>(house, table, visit)));
  return withClaimed(rows.flat(), claims, together);
}
