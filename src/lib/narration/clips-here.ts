import { clipFolder } from './clips';
import { voices } from './keep';

/** How many Vietnamese clips are kept on this device, of how many there are. Rejects where that cannot be told. */
export async function clipsHere(): Promise<{ here: number; all: number }> {
  const cache = await caches.open(voices);
  const list = `${clipFolder('vi')}/lists/all.json`;
  const answer = (await cache.match(list)) ?? (await fetch(list));
  const wanted = (await answer.json()) as [name: string][];
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const found = wanted.filter(([name]) => here.has(`${clipFolder('vi')}/${name}.m4a`));
  return { here: found.length, all: wanted.length };
}
