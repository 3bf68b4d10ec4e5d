import { quiet } from '$lib/narration/keep-voices';
import { keepClips } from '$lib/narration/keep';
import { clipsOf, dropClips } from '$lib/session/update';

/** Under this name stands what was wanted last, once it was all here. */
const all = '/audio/all';

/** Brings every voice that the build of a worker needs; false where one could not be had, or it cannot be told which. */
export async function keepVoicesOf(worker: ServiceWorker, stop?: AbortSignal): Promise<boolean> {
  const clips = await clipsOf(worker);
  return clips !== null && (await keepClips(all, clips, stop)).failed === 0;
}

/**
 * A kiosk speaks every lesson without a network: brings what is missing, then lets go of what nothing says any more. It
 * stops when somebody comes: the voices of their own lesson come first, and nothing else may slow what they do.
 */
export async function keepEveryVoice(stop: AbortSignal): Promise<void> {
  await quiet();
  const worker = (await navigator.serviceWorker.ready).active;
  if (worker && !stop.aborted && (await keepVoicesOf(worker, stop))) await dropClips(worker);
}
