import type { Mark } from '$lib/ledger/event';
import { readRows, type Db } from './sql';

/** The next link: what stands for an event and all that came before it in its house. 32 hex digits. */
export function link(before: string, hash: string): string {
  return $security.sha256(before + hash).slice(0, 32);
}

/** How far the ledgers of these houses have come, and what stands for all that they hold. */
export function marksOf(db: Db, houses: readonly string[]): Record<string, Mark> {
  const found = readRows<[string, number, string]>(
    db,
    `SELECT json_array(h.id, h.seq, coalesce(e.chain, '')) AS row
     FROM json_each({:houses}) j JOIN houses h ON h.id = j.value
     LEFT JOIN events e ON e.house = h.id AND e.seq = h.seq`,
    { houses: JSON.stringify(houses) },
  );
  return Object.fromEntries(found.map(([house, seq, chain]) => [house, { seq, chain }]));
}

/** False where this ledger's past is another than the one that the mark was taken of. */
export function holds(db: Db, house: string, { seq, chain }: Mark): boolean {
  if (seq === 0) return true;
  const [found] = readRows<{ chain: string }>(
    db,
    `SELECT json_object('chain', chain) AS row FROM events WHERE house = {:house} AND seq = {:seq}`,
    { house, seq },
  );
  return found?.chain === chain;
}
