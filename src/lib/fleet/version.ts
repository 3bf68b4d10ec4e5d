import { version } from '$app/environment';
import type { Beat } from '$lib/sync/beat';

/** What runs here. Lessons and voices come with the app, so their version is the app's. */
export function runningVersion(): Pick<Beat, 'version' | 'content' | 'rolledBack'> {
  return { version, content: version };
}
