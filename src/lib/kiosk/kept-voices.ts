import { quiet } from '$lib/narration/keep-voices';
import { keepClips, voices } from '$lib/narration/keep';
import { clipsOf, dropClips, runningBuild } from '$lib/session/update';

/** Under this name stands what was wanted last, once it was all here. */
const all = '/audio/all';

/** Under this name stands for which build all voices were brought and the others let go. */
const tidied = '/audio/tidied';

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
  const [registration, running, cache] = await Promise.all([
    navigator.serviceWorker.ready,
    runningBuild(),
    caches.open(voices),
  ]);
  const version = running?.version ?? '';
  if (version !== '' && (await (await cache.match(tidied))?.text()) === version) return; // as it was after the last visitor
  const worker = registration.active;
  if (!worker || stop.aborted || !(await keepVoicesOf(worker, stop))) return;
  await dropClips(worker);
  await cache.put(tidied, new Response(version));
}
