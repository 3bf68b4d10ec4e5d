import type { PushResult } from '$lib/sync/protocol';
import type { Judged } from './judge';
import type { Accepted } from './number';
import { run, type Db } from './sql';

/** Who sent a batch, through which client, when by either clock. */
export interface Sending {
  client: string;
  sender: string;
  sentAt: string;
  at: string;
  /** ms that the server's clock is ahead of the device's; 0 where the device's clock cannot be read. */
  skew: number;
}

/** Puts new events into the ledger, and takes them out of quarantine where an earlier try had set them aside. */
export function writeEvents(db: Db, sending: Sending, accepted: readonly Accepted[]): void {
  if (accepted.length === 0) return;
  const rows = accepted.flatMap(({ judged, seq, chain }) => {
    if (!('event' in judged.verdict)) return [];
    const { payload, ...envelope } = judged.verdict.event;
    return [{ ...envelope, payload: JSON.stringify(payload), hash: judged.hash, seq, chain }];
  });
  run(
    db,
    `INSERT INTO events (id, house, household, person, author, kind, v, payload, device, dseq, occurred,
       sent_at, sender, hash, seq, chain, skew, created)
     SELECT value->>'id', value->>'house', value->>'household', value->>'person', value->>'author',
       value->>'kind', value->>'v', value->>'payload', value->>'device', value->>'dseq', value->>'occurred',
       {:sentAt}, {:sender}, value->>'hash', value->>'seq', value->>'chain', {:skew}, {:at}
     FROM json_each({:rows})`,
    {
      rows: JSON.stringify(rows),
      sentAt: sending.sentAt,
      sender: sending.sender,
      skew: sending.skew,
      at: sending.at,
    },
  );
  run(
    db,
    `DELETE FROM quarantine WHERE client = {:client} AND hash IN (SELECT value FROM json_each({:hashes}))`,
    { client: sending.client, hashes: JSON.stringify(rows.map((row) => row.hash)) },
  );
}

/** Of a row that is set aside this many characters are kept: more than an event of the right size has. */
const maxAside = 8000;

/** Sets rows aside for a person to look at, each once however often it is pushed. */
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
    `INSERT INTO quarantine (client, sender, house, event, hash, why, row, truncated, sent_at, at)
     SELECT {:client}, {:sender}, value->>'house', value->>'event', value->>'hash', value->>'why',
       value->>'text', value->>'truncated', {:sentAt}, {:at}
     FROM json_each({:aside}) WHERE true ON CONFLICT (client, hash) DO NOTHING`,
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
