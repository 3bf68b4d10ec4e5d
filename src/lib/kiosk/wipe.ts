import { hush } from '$lib/narration/read';
import { session } from '$lib/session/session.svelte';
import { throwPageAway } from '$lib/session/throw-page-away';
import { leaveCovered } from '$lib/session/visitor.svelte';

/**
 * Nobody is here any more: what was said is written down, staff who walked away are signed out (what they have not sent
 * stays and is sent), and the page goes, with all that it knows. The question whether somebody is there covers it until then.
 */
export async function wipe(): Promise<void> {
  hush();
  if (session.staff) await session.signOut();
  await leaveCovered();
}

/** As `wipe`, for a page that does not go by itself: what could not be written in time is not waited for. */
export function wipeByForce(): void {
  throwPageAway('/');
}
