import { clipFolder } from '$lib/narration/clips';
import { voices } from '$lib/narration/keep';
import { clipsOf } from '$lib/session/update';

/** How many of the clips that this build needs are kept on this device. Rejects where that cannot be told. */
export async function clipsHere(): Promise<{ here: number; all: number }> {
  const worker = (await navigator.serviceWorker.ready).active;
  const wanted = worker && (await clipsOf(worker));
  if (!wanted) throw new Error('No worker that knows its clips');
  const cache = await caches.open(voices);
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const found = wanted.filter(([lang, name]) => here.has(`${clipFolder(lang)}/${name}.m4a`));
  return { here: found.length, all: wanted.length };
}
