import type { Snippet } from 'svelte';

/** A text a component shows: plain, or a snippet where it must carry an id to be read aloud. */
export type Text = string | Snippet;
