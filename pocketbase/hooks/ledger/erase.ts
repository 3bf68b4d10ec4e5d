import type { SequencedEvent } from '$lib/ledger/event';
import { rowsOf } from '$lib/ledger/fold';
import { erasuresTable, isTombstone, reduced } from '$lib/ledger/reduced';
import { emptyAbout } from './empty';
import { asReduced, type Judged } from './judge';
import type { Accepted } from './number';
import { foldAnew } from './refold';
import { readRows, run, type Db } from './sql';
import { readNow, storedEvent } from './stored';

/** New events as they are to be written: about whoever is erased, by now or by one of them, only what may stay. */
export function withoutErased(db: Db, accepted: readonly Accepted[]): readonly Accepted[] {
  const about = accepted.filter(({ event }) => event.person !== '');
  if (about.length === 0) return accepted;
  const erased = new Set(about.filter(({ event }) => isTombstone(event)).map(({ event }) => placeOf(event)));
  const known = readRows<[string, string]>(
    db,
    `SELECT json_array(r.house, r.key) AS row FROM (SELECT DISTINCT value FROM json_each({:about})) j
     JOIN rows r ON r.house = j.value->>0 AND r.tbl = '${erasuresTable}' AND r.key = j.value->>1`,
    { about: JSON.stringify(about.map(({ event }) => [event.house, event.person])) },
  );
  for (const [house, person] of known) erased.add(placeOf({ house, person }));
  if (erased.size === 0) return accepted;
  return accepted.map((one) => (erased.has(placeOf(one.event)) ? { ...one, ...asReduced(one.event) } : one));
}

/**
 * Takes out of the ledger what may not stay of the people whom these events erase: payloads, rows, and what was set
 * aside. Ids, hashes, numbers and links stay, so that what a device sends again is known, and the house's past with it.
 */
export function erase(db: Db, accepted: readonly Accepted[]): void {
  const people = accepted.filter(({ event }) => isTombstone(event)).map(({ event }) => event);
  if (people.length === 0) return;
  // What is overwritten is made unreadable in the file, too, and not only free to be written on.
  run(db, 'PRAGMA secure_delete = ON', {});
  const pairs = JSON.stringify(people.map(({ house, person }) => [house, person]));
  const held = readRows<SequencedEvent>(
    db,
    `SELECT ${storedEvent} AS row FROM (SELECT DISTINCT value FROM json_each({:pairs})) j
     JOIN events e ON e.house = j.value->>0 AND e.person = j.value->>1 WHERE NOT e.erased`,
    { pairs },
  ).filter((event) => !isTombstone(event));
  run(
    db,
    `UPDATE events SET v = j.value->>1, payload = j.value->>2, erased = 1
     FROM json_each({:left}) j WHERE events.id = j.value->>0`,
    {
      left: JSON.stringify(held.map(reduced).map(({ id, v, payload }) => [id, v, JSON.stringify(payload)])),
    },
  );
  foldAnew(
    db,
    held.flatMap((event) => {
      const read = readNow(event);
      return read ? rowsOf(read).map((ref) => ({ house: event.house, person: event.person, ref })) : [];
    }),
  );
  emptyAbout(db, pairs);
}

/**
 * Rows of a client that say that their person was erased, under the hash that they had when they were whole, where this
 * server has met them before: so they are still duplicates, and stay left out where somebody has left them out.
 */
export function recognised(db: Db, client: string, rows: readonly Judged[]): readonly Judged[] {
  const marked = rows.filter(({ sent }) => sent['erased'] === true);
  if (marked.length === 0) return rows;
  const known = new Map(
    readRows<[string, string]>(
      db,
      `SELECT json_array(j.value->>'id', coalesce(
         (SELECT e.hash FROM events e WHERE e.id = j.value->>'id' AND e.house = j.value->>'house'
            AND e.person = j.value->>'person' AND e.author = j.value->>'author' AND e.kind = j.value->>'kind'
            AND e.device = j.value->>'device' AND e.dseq = j.value->>'dseq'
            AND e.occurred = j.value->>'occurred'),
         (SELECT q.hash FROM quarantine q WHERE q.client = {:client} AND q.event = j.value->>'id'
            AND q.why != 'id_conflict' ORDER BY q.at, q.id LIMIT 1), '')) AS row
       FROM json_each({:marked}) j`,
      { client, marked: JSON.stringify(marked.map(({ sent, house }) => ({ ...sent, house }))) },
    ),
  );
  return rows.map((row) => {
    const hash = row.sent['erased'] === true ? known.get(row.id) : '';
    return hash ? { ...row, hash } : row;
  });
}

const placeOf = ({ house, person }: { house: string; person: string }): string => `${house}|${person}`;
