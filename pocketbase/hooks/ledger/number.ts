import type { PushResult } from '$lib/sync/protocol';
import type { Judged, Taken } from './judge';
import { link } from './chain';
import { readRows, run, type Db } from './sql';
import type { Numbered } from './project';

/** An event that goes into the ledger now. */
export interface Accepted extends Numbered, Taken {
  judged: Judged;
  /** What stands for the house's history up to this event. */
  chain: string;
}

/**
 * Looks up what the ledger has of the rows and numbers what is new, house by house without gaps.
 * The first content of an id stays; another is set aside. The same content again is a duplicate, whoever
 * brings it: what the ledger has, the server has answered for, and a device must not be told otherwise because
 * somebody else is signed in on it now.
 */
export function number(db: Db, rows: readonly Judged[]): { results: PushResult[]; accepted: Accepted[] } {
  const known = storedIds(db, rows);
  const fresh = new Map<string, Judged>();
  for (const row of rows) {
    if ('event' in row.verdict && !known.has(row.id) && !fresh.has(row.id)) fresh.set(row.id, row);
  }
  const next = takeNumbers(db, [...fresh.values()]);

  const accepted: Accepted[] = [];
  const results = rows.map((row): PushResult => {
    const { id, verdict } = row;
    const stored = known.get(id);
    if (stored?.hash === row.hash) return { id, status: 'dup', seq: stored.seq };
    if ('why' in verdict) return { id, status: 'quarantined', ...verdict };
    if (stored) return { id, status: 'quarantined', why: 'id_conflict' };
    const { seq, before } = next.get(row.house) ?? { seq: 0, before: '' };
    const chain = link(before, row.hash);
    next.set(row.house, { seq: seq + 1, before: chain });
    known.set(id, { hash: row.hash, seq });
    accepted.push({ judged: row, ...verdict, seq, chain });
    return { id, status: 'ok', seq };
  });
  return { results, accepted };
}

/** What the ledger has under these ids. Ids are one space over all houses, so this one statement names none. */
function storedIds(db: Db, rows: readonly Judged[]): Map<string, { hash: string; seq: number }> {
  const ids = rows
    .filter(({ verdict }) => !('why' in verdict) || verdict.why !== 'malformed')
    .map(({ id }) => id);
  const stored = readRows<[string, string, number]>(
    db,
    `SELECT json_array(e.id, e.hash, e.seq) AS row FROM json_each({:ids}) j JOIN events e ON e.id = j.value`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(stored.map(([id, hash, seq]) => [id, { hash, seq }]));
}

/** Takes as many numbers as each house needs; answers the first of each, and the link of the chain before it. */
function takeNumbers(db: Db, fresh: readonly Judged[]): Map<string, { seq: number; before: string }> {
  const needed = new Map<string, number>();
  for (const { house } of fresh) needed.set(house, (needed.get(house) ?? 0) + 1);
  if (needed.size === 0) return new Map();
  const params = { needed: JSON.stringify([...needed]) };
  run(
    db,
    `UPDATE houses SET seq = houses.seq + j.n
     FROM (SELECT value->>0 AS house, value->>1 AS n FROM json_each({:needed})) j WHERE houses.id = j.house`,
    params,
  );
  const taken = readRows<[string, number, string]>(
    db,
    `SELECT json_array(h.id, h.seq - (j.value->>1) + 1, coalesce(e.chain, '')) AS row
     FROM json_each({:needed}) j JOIN houses h ON h.id = j.value->>0
     LEFT JOIN events e ON e.house = h.id AND e.seq = h.seq - (j.value->>1)`,
    params,
  );
  return new Map(taken.map(([house, seq, before]) => [house, { seq, before }]));
}
