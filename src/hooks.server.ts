import type { Handle } from '@sveltejs/kit';

/**
 * Styles of what comes only when somebody asks for it. SvelteKit puts them into the page so that nothing flickers; their own
 * code brings them, too, and waits for them, so on a thin line nobody else need.
 */
const later = /\s*<link href="[^"]*\/settings\.[^"/]*\.css" rel="stylesheet">/g;

/** Runs when the one page of the app is built. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replace(later, '') });
