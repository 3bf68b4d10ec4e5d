import { untrack } from 'svelte';
import { settings } from '$lib/settings/settings.svelte';
import { hush, readOnEntry } from './read';

/** Falls silent, for a new screen has come; reads it where somebody asked that every new screen be read. */
export function newScreen(stage: Element | undefined): void {
  hush();
  if (stage && untrack(() => settings.current.readScreens)) void readOnEntry(stage);
}
