import { session } from '$lib/session/session.svelte';

/** Where strangers take turns the first screen plays; what it plays with is here before it is drawn. */
export async function load() {
  await session.start();
  if (!session.shared) return {};
  const found = await import('$lib/media/Attract.svelte').catch(() => undefined); // without it a plain first screen does
  return { Attract: found?.default };
}
