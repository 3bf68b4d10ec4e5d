import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Pathname } from '$app/types';
import { session } from '$lib/session/session.svelte';

/** The addresses from the first of this page to the one that is shown; it goes with the page. */
const way: Pathname[] = [];

/** Takes note of an address of the app that is shown now. */
export function noteWay(path: string): void {
  const shown = path as Pathname;
  const before = way.lastIndexOf(shown);
  if (before >= 0) way.length = before;
  way.push(shown);
}

/** Goes to an address of the app. On a screen where strangers take turns it leaves no step back in the browser. */
export function go(path: Pathname): Promise<void> {
  return goto(resolve(path), { replaceState: session.shared });
}

/** Goes to where somebody came from; where that is not known, to `fallback`. */
export async function goBack(fallback: Pathname): Promise<void> {
  if (!session.shared && history.length > 1) history.back();
  else await go(way.at(-2) ?? fallback);
}
