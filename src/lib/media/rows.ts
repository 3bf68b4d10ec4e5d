import { bulletinsGroup, bulletinsTable, type BulletinRow } from '$lib/ledger/kinds/bulletin-row';
import { store } from '$lib/session/device';

/** All that was ever put up in a house, as far as this device has heard: for `live`. */
export function bulletinsOf(house: string): Promise<BulletinRow[]> {
  return store.list<BulletinRow>(house, bulletinsTable, bulletinsGroup);
}
