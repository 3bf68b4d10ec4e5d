import type { FleetDevice } from '$lib/sync/fleet';
import { t } from '$lib/words/words.svelte';

/** What a device is called; one that nobody has named, by the end of its id. */
export function deviceName({ id, name }: Pick<FleetDevice, 'id' | 'name'>): string {
  return name || t('fleet:unnamed-short', { code: id.slice(-4) });
}
