import { settingsFrom } from '$lib/fleet/house-settings';
import type { HouseSettings } from '$lib/sync/fleet';
import type { HouseRow } from '$lib/ledger/kinds/house-set';
import { readRows, type Db } from '../ledger/sql';

/** A house with what was said of it last. */
export interface HouseSetUp {
  id: string;
  name: string;
  settings: HouseSettings;
}

/** How houses are set up, by their ids; all of them where none is named. */
export function housesSetUp(db: Db, ids?: readonly string[]): HouseSetUp[] {
  const found = readRows<{ id: string; name: string; row: HouseRow | null }>(
    db,
    `SELECT json_object('id', h.id, 'name', h.name, 'row', (SELECT json(r.data) FROM rows r
       WHERE r.house = h.id AND r.tbl = 'settings' AND r.key = 'house')) AS row
     FROM houses h ${ids ? 'WHERE h.id IN (SELECT value FROM json_each({:ids}))' : ''} ORDER BY h.name, h.id`,
    ids ? { ids: JSON.stringify(ids) } : {},
  );
  return found.map(({ id, name, row }) => ({ id, name, settings: settingsFrom(row ?? undefined) }));
}
