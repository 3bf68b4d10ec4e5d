import type { AppBundle } from '$lib/content/bundle';
import type { Cast } from '$lib/content/cast';
import played from './sample.json';

/**
 * The sample app as the checker reads it out of the YAML beside: every widget there is. `sample.test.ts` writes
 * the JSON anew (vitest -u) and proves the app; examples and component tests draw it.
 */
export const sample = played as unknown as { bundle: AppBundle; cast: Cast };
