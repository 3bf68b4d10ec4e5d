import type { AttendanceRow } from '$lib/ledger/kinds/attendance-row';
import { attendanceCorrected } from '$lib/ledger/kinds/attendance-corrected';
import type { ClaimRow, UndoneClaim } from '$lib/ledger/kinds/claim-row';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import { guestUnclaimed, type GuestUnclaimed } from '$lib/ledger/kinds/guest-unclaimed';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import { store } from '$lib/session/device';
import { session } from '$lib/session/session.svelte';
import { claimsIn, classesOf } from './rows';

/** A visit as a guest that somebody's card claimed, or that turned out not to be theirs. */
export interface Visit {
  guest: string;
  /** When it was claimed; null where the claim was taken back. */
  at: string | null;
  /** Whether that moment is not certain. */
  doubtful: boolean;
  undone: UndoneClaim | null;
  /** What was practised in it, in no order. */
  lessons: string[];
  /** The classes at which nothing but the claim says that they were. */
  classes: ClassRow[];
}

/** The visits as a guest that a person's card claimed, the latest first; those that were taken back come last. */
export async function visitsOf(house: string, person: string): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const { guest, person: whose, at, doubtful = false, undone = [] } of await claimsIn(house)) {
    const back = undone.find((one) => one.person === person) ?? null;
    if (whose !== person && !back) continue;
    const rows = await store.list<ProgressRow>(house, 'progress', guest);
    visits.push({
      guest,
      at: back ? null : at,
      doubtful,
      undone: back,
      lessons: rows.map(({ lesson }) => lesson),
      classes: await marksByClaim(house, person, guest),
    });
  }
  return visits.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
}

/** The classes at which somebody is marked by nothing but this claim. */
async function marksByClaim(house: string, person: string, guest: string): Promise<ClassRow[]> {
  const classes = await classesOf(house);
  const marks = await store.rows.bulkGet(
    classes.map(({ session }): [string, string, string] => [house, 'attendance', `${session}|${person}`]),
  );
  return classes.filter((_one, at) => (marks[at]?.row as AttendanceRow | undefined)?.guest === guest);
}

/**
 * Takes a claim back: the guest's visit is not this person's, and where nothing but the claim said that they came to a
 * class, they did not. The marks go first: cut short in between, it can be asked for again.
 */
export async function undoClaim(
  house: string,
  { guest, person }: Pick<ClaimRow, 'guest' | 'person'>,
  said: Pick<GuestUnclaimed, 'why' | 'reason'>,
): Promise<void> {
  for (const { session: id } of await marksByClaim(house, person, guest))
    await session.recordAsStaff(
      attendanceCorrected,
      { session: id, status: 'none', reason: guestUnclaimed.name },
      house,
      person,
    );
  await session.recordAsStaff(guestUnclaimed, { guest, ...said }, house, person);
}
