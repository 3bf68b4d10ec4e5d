import { runningBuild } from '$lib/session/update';
import type { Beat } from '$lib/sync/beat';

/** What is said where no worker tells which build it serves: before it has taken charge, or where a browser has none. */
const unknown = '-';

/** What runs here, as the worker that serves it says. Lessons and voices come with the app, so their version is the app's. */
export async function runningVersion(): Promise<Pick<Beat, 'version' | 'content' | 'rolledBack'>> {
  const running = await runningBuild();
  if (!running) return { version: unknown, content: unknown };
  const { version, rolledBack } = running;
  return { version, content: version, ...(rolledBack === null ? {} : { rolledBack }) };
}
