import { version } from '$app/environment';
import { runningBuild } from '$lib/session/update';
import type { Beat } from '$lib/sync/beat';

/** What runs here, as the worker that serves it says. Lessons and voices come with the app, so their version is the app's. */
export async function runningVersion(): Promise<Pick<Beat, 'version' | 'content' | 'rolledBack'>> {
  const running = await runningBuild();
  if (!running) return { version, content: version };
  const { version: own, rolledBack } = running;
  return { version: own, content: own, ...(rolledBack === null ? {} : { rolledBack }) };
}
