import type { Heard } from '$lib/fleet/alerts';
import { readRows, type Db } from '../ledger/sql';

/** A device that is in its house, with its last beat there. */
export interface HeardDevice {
  id: string;
  house: string;
  name: string;
  leaving: boolean;
  heard: Heard | null;
}

/** The devices of these houses that have not left, in the order in which they were paired. */
export function devicesOf(db: Db, houses: readonly string[]): HeardDevice[] {
  return readRows(
    db,
    `SELECT json_object('id', d.id, 'house', d.house, 'name', d.name,
       'leaving', json(iif(d.leaving, 'true', 'false')),
       'heard', iif(b.at IS NULL, NULL, json_object('last', b.at, 'beat', json(b.told)))) AS row
     FROM devices d LEFT JOIN beats b ON b.device = d.id AND b.house = d.house
     WHERE d.house IN (SELECT value FROM json_each({:houses})) AND NOT d.revoked ORDER BY d.created, d.id`,
    { houses: JSON.stringify(houses) },
  );
}
