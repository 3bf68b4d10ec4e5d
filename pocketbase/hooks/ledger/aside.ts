import type { AsideState } from '$lib/ledger/desk';
import type { QuarantineReason } from '$lib/ledger/read';
import type { PushResult } from '$lib/sync/protocol';
import type { Judged } from './judge';
import { readRows, run, type Db } from './sql';
import type { Sending } from './write';

/** A row of a client that was set aside before, as it stands now. */
export interface LaidAside {
  id: string;
  hash: string;
  why: QuarantineReason;
  state: AsideState;
}

/** What became of these rows of a client when they were pushed before: none of most. */
export function laidAside(db: Db, client: string, rows: readonly Judged[]): LaidAside[] {
  return readRows<LaidAside>(
    db,
    `SELECT json_object('id', q.id, 'hash', q.hash, 'why', q.why, 'state', q.state) AS row
     FROM (SELECT DISTINCT value FROM json_each({:hashes})) j
     JOIN quarantine q ON q.client = {:client} AND q.hash = j.value`,
    { client, hashes: JSON.stringify(rows.map(({ hash }) => hash)) },
  );
}

/** What somebody left out stays out, however often a device sends it and whoever brings it. */
export function leaveOut(rows: readonly Judged[], before: readonly LaidAside[]): readonly Judged[] {
  const discarded = new Map(
    before.filter(({ state }) => state === 'discarded').map(({ hash, why }) => [hash, why]),
  );
  if (discarded.size === 0) return rows;
  return rows.map((row) => {
    const why = discarded.get(row.hash);
    return why ? { ...row, verdict: { why, discarded: true } } : row;
  });
}

/** Notes of rows that lay aside that the ledger has them by now, because their sender may write them or brought them too. */
export function noteTaken(
  db: Db,
  sending: Sending,
  before: readonly LaidAside[],
  rows: readonly Judged[],
  results: readonly PushResult[],
): void {
  const held = new Set(
    rows.filter((_row, at) => results[at]?.status !== 'quarantined').map(({ hash }) => hash),
  );
  for (const { id, why } of before.filter(({ hash, state }) => state !== 'taken' && held.has(hash)))
    noteDecision(
      db,
      { aside: id, act: 'sent', actor: sending.sender, reason: '', why, at: sending.at },
      'taken',
    );
}

/** Who decided what about a row that lay aside, and for what it lay there. */
interface Decision {
  aside: string;
  act: string;
  actor: string;
  reason: string;
  why: QuarantineReason;
  at: string;
}

/** Writes a decision down, and how the row stands since; `now` where it lies aside for another reason by now. */
export function noteDecision(db: Db, decision: Decision, state: AsideState, now = decision.why): void {
  run(
    db,
    `INSERT INTO decisions (aside, act, actor, reason, why, state, at)
     VALUES ({:aside}, {:act}, {:actor}, {:reason}, {:why}, {:state}, {:at})`,
    { ...decision, state },
  );
  run(db, 'UPDATE quarantine SET state = {:state}, why = {:now} WHERE id = {:aside}', {
    aside: decision.aside,
    state,
    now,
  });
}

/** Of a row that is set aside this many characters are kept: more than an event of the right size has. */
const maxAside = 8000;

/**
 * Sets rows aside for a person to look at, each once however often it is pushed. It lies on the desk of the house that it
 * names; where there is no such house, on that of the house whose device or staff brought it.
 */
export function writeQuarantine(
  db: Db,
  sending: Sending,
  rows: readonly Judged[],
  results: readonly PushResult[],
): void {
  const aside = results.flatMap((result, index) => {
    const row = rows[index];
    if (result.status !== 'quarantined' || !row) return [];
    return [{ house: row.house, event: row.id, hash: row.hash, why: result.why, ...begin(row.sent) }];
  });
  if (aside.length === 0) return;
  run(
    db,
    `INSERT INTO quarantine (client, sender, house, event, hash, why, row, truncated, sent_at, at, state, desk)
     SELECT {:client}, {:sender}, value->>'house', value->>'event', value->>'hash', value->>'why',
       value->>'text', value->>'truncated', {:sentAt}, {:at}, 'open', coalesce(
         (SELECT h.id FROM houses h WHERE h.id = value->>'house'),
         (SELECT d.house FROM devices d WHERE d.id = {:sender}),
         (SELECT m.house FROM memberships m WHERE m.staff = {:sender} ORDER BY m.created, m.id LIMIT 1),
         (SELECT d.house FROM devices d WHERE d.id = {:client}),
         (SELECT e.house FROM events e WHERE e.device = {:client} ORDER BY e.dseq DESC LIMIT 1),
         '')
     FROM json_each({:aside}) WHERE true
     ON CONFLICT (client, hash) DO UPDATE SET why = excluded.why, desk = excluded.desk
       WHERE quarantine.state = 'open'`,
    {
      aside: JSON.stringify(aside),
      client: sending.client,
      sender: sending.sender,
      sentAt: sending.sentAt,
      at: sending.at,
    },
  );
}

/** A row as JSON, or where it is too long, its beginning as one JSON text. */
function begin(sent: Record<string, unknown>): { text: string; truncated: boolean } {
  const text = JSON.stringify(sent);
  if (text.length <= maxAside) return { text, truncated: false };
  return { text: JSON.stringify(text.slice(0, maxAside)), truncated: true };
}
