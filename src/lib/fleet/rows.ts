import type { HouseRow } from '$lib/ledger/kinds/house-set';
import { store } from '$lib/session/device';
import type { HouseSettings } from '$lib/sync/fleet';
import { settingsFrom } from './house-settings';

/** How a house is set up, as far as this device has heard: for `live`. Where nobody has said, what holds until then. */
export async function houseSettingsOf(house: string): Promise<HouseSettings> {
  const [row] = await store.list<HouseRow>(house, 'settings', 'house');
  return settingsFrom(row);
}
