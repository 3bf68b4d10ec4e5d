import { quiet } from '$lib/narration/keep-voices';
import { keepClips } from '$lib/narration/keep';
import { clipsOf, dropClips } from '$lib/session/update';

/** Under this name stands what was wanted last, once it was all here. */
const all = '/audio/all';

/** Brings every voice that the build of a worker needs; false where one could not be had, or it cannot be told which. */
export async function keepVoicesOf(worker: ServiceWorker): Promise<boolean> {
  const clips = await clipsOf(worker);
  return clips !== null && (await keepClips(all, clips)).failed === 0;
}

/** A kiosk speaks every lesson without a network: brings what is missing, then lets go of what nothing says any more. */
export async function keepEveryVoice(): Promise<void> {
  await quiet();
  const worker = (await navigator.serviceWorker.ready).active;
  if (worker && (await keepVoicesOf(worker))) await dropClips(worker);
}
